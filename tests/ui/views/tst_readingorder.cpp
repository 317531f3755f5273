#include "ui/views/readingorder.h"

#include <QTest>

using namespace confab;
using namespace Qt::StringLiterals;

class TestReadingOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void linesFromTheTopEachFromTheLeft();
    void whatBelongsTogetherStaysTogether();
    void onlyWhatTabStopsAt();

private:
    static QWidget *make(QWidget *parent, const QString &name, const QRect &place,
                         Qt::FocusPolicy policy = Qt::StrongFocus)
    {
        auto *widget = new QWidget(parent);
        widget->setObjectName(name);
        widget->setGeometry(place);
        widget->setFocusPolicy(policy);
        return widget;
    }
    QString order()
    {
        m_window->show();
        QStringList names;
        for (const QWidget *stop : tabStopsByEye(*m_window))
            names.append(stop->objectName());
        return names.join(u' ');
    }

    std::unique_ptr<QWidget> m_window;
};

void TestReadingOrder::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(400, 400);
}

void TestReadingOrder::linesFromTheTopEachFromTheLeft()
{
    make(m_window.get(), u"f"_s, {0, 100, 50, 20});
    make(m_window.get(), u"c"_s, {100, 10, 50, 20}); // a little lower than its neighbours
    make(m_window.get(), u"b"_s, {50, 12, 50, 10});
    make(m_window.get(), u"d"_s, {200, 5, 50, 20});
    make(m_window.get(), u"a"_s, {0, 8, 50, 20});
    make(m_window.get(), u"e"_s, {0, 40, 50, 20});
    QCOMPARE(order(), u"a b c d e f"_s);
}

/// Two columns, the left one made last.
void TestReadingOrder::whatBelongsTogetherStaysTogether()
{
    QWidget *right = make(m_window.get(), u"right"_s, {200, 0, 200, 400}, Qt::NoFocus);
    make(right, u"c"_s, {0, 0, 50, 20});
    make(right, u"d"_s, {0, 30, 50, 20});
    QWidget *left = make(m_window.get(), u"left"_s, {0, 0, 200, 400}, Qt::NoFocus);
    make(left, u"b"_s, {0, 30, 50, 20});
    make(left, u"a"_s, {0, 0, 50, 20});
    QCOMPARE(order(), u"a b c d"_s);
}

void TestReadingOrder::onlyWhatTabStopsAt()
{
    QWidget *stop = make(m_window.get(), u"a"_s, {0, 0, 50, 20});
    make(m_window.get(), u"by click"_s, {60, 0, 50, 20}, Qt::ClickFocus);
    make(m_window.get(), u"proxied"_s, {120, 0, 50, 20})->setFocusProxy(stop);
    make(m_window.get(), u"disabled"_s, {180, 0, 50, 20})->setEnabled(false);
    make(m_window.get(), u"hidden"_s, {240, 0, 50, 20})->hide();
    make(m_window.get(), u"b"_s, {300, 0, 50, 20}, Qt::TabFocus);
    QCOMPARE(order(), u"a b"_s);
}

QTEST_MAIN(TestReadingOrder)
#include "tst_readingorder.moc"
