#include "server/remoteshard.h"

#include <QSemaphore>

namespace confab {

using namespace Qt::StringLiterals;

RemoteShard::RemoteShard(int number, Setup setup)
    : m_setup(std::move(setup))
    , m_reports([this] { post([](Shard &shard) { shard.resumeReading(); }); })
    , m_thread(u"server %1"_s.arg(number))
    , m_orders(std::make_unique<Mailbox>([this] {
        QMetaObject::invokeMethod(
            &m_here, [this] { setPressed(false); }, Qt::QueuedConnection);
    }))
{
    m_orders->moveToThread(&m_thread);
    m_orders->post({[this] {
                        m_shard = std::make_unique<Shard>(Shard::Setup{m_setup.policy, m_setup.rates,
                                                                       m_setup.log, m_setup.roster, m_reports,
                                                                       m_setup.listener});
                    },
                    0});
}

/// The thread is ended from here, and not by the last task: QCoreApplication::postEvent() may still be about
/// to wake it when that is done.
RemoteShard::~RemoteShard()
{
    if (!isRunning())
        return;
    QSemaphore gone;
    m_orders->post({[this, &gone] {
                        m_shard.reset();
                        gone.release();
                    },
                    0});
    gone.acquire();
    m_thread.quit();
    m_thread.wait();
}

void RemoteShard::post(std::function<void(Shard &)> task, qint64 size)
{
    if (!m_orders->post({[this, task = std::move(task)] { task(*m_shard); }, size}))
        setPressed(true);
}

void RemoteShard::setPressed(bool pressed)
{
    if (std::exchange(m_pressed, pressed) != pressed)
        m_setup.pressureChanged();
}

} // namespace confab
