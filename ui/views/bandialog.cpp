#include "ui/views/bandialog.h"

#include "server/banlist.h"
#include "server/joinlinks.h"
#include "server/roster.h"

#include <QPushButton>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace confab {

namespace {

constexpr qsizetype mostNames = 5;

/// Who is here from there, in order of arrival.
QStringList namesFrom(const QHostAddress &address, const Roster &roster)
{
    const BanList bans({address});
    QStringList names;
    const QList<MemberInfo> members = roster.members();
    for (const MemberInfo &member : members) {
        if (member.readyState != ReadyState::Closed && bans.has(QHostAddress(member.address)))
            names.append(member.name);
    }
    return names;
}

bool isThisComputer(const QHostAddress &address)
{
    return address.isLoopback() || BanList(networkAddresses()).has(address);
}

QString explanation(const QHostAddress &address, const Roster &roster)
{
    QString text =
        BanDialog::tr("Whoever comes from there is refused until you lift the ban or quit Confab.");
    const QStringList names = namesFrom(address, roster);
    if (names.isEmpty())
        text += u' ' + BanDialog::tr("Nobody is here from there now.");
    else if (names.size() <= mostNames)
        text += u' ' + BanDialog::tr("Closed at once, with code 1008: %1.").arg(names.join(", "_L1));
    else
        text += u' ' + BanDialog::tr("Closed at once, with code 1008: %1 and %n more.", nullptr,
                                     int(names.size() - mostNames))
                           .arg(names.first(mostNames).join(", "_L1));
    if (isThisComputer(address))
        text += u' ' + BanDialog::tr("That is this computer.");
    return text;
}

} // namespace

BanDialog::BanDialog(const QHostAddress &address, const Roster &roster, QWidget *parent)
    : QuestionDialog(tr("Ban %1?").arg(bannedAddress(address).toString()), explanation(address, roster),
                     tr("Ban"), parent)
{
    setObjectName(u"banDialog"_s);
    connect(acceptButton(), &QPushButton::clicked, this, [this, address] {
        Q_EMIT chosen(bannedAddress(address));
        QDialog::accept();
    });
}

} // namespace confab
