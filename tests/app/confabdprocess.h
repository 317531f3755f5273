#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

/// A confabd of a test's own, without the environment's language.
class ConfabdProcess : public QProcess
{
public:
    /// @param dataFolder for what confabd keeps.
    /// @param descriptorLimit how many descriptors it may have open at one time, if that is not to be the
    /// system's.
    explicit ConfabdProcess(const QStringList &arguments, const QString &dataFolder = {},
                            int descriptorLimit = 0)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        if (!dataFolder.isEmpty())
            environment.insert(QStringLiteral("XDG_DATA_HOME"), dataFolder);
        setProcessEnvironment(environment);
        if (descriptorLimit == 0) {
            start(QStringLiteral(CONFABD), arguments);
            return;
        }
        const QString command = QStringLiteral("ulimit -n %1 && exec \"$0\" \"$@\"").arg(descriptorLimit);
        start(QStringLiteral("/bin/sh"),
              QStringList{QStringLiteral("-c"), command, QStringLiteral(CONFABD)} + arguments);
    }

    ~ConfabdProcess() override
    {
        if (state() != NotRunning) {
            kill();
            waitForFinished();
        }
    }

    /// The next line of standard output; empty if none comes.
    QByteArray nextLine()
    {
        while (!canReadLine()) {
            if (!waitForReadyRead(30'000))
                return {};
        }
        return readLine();
    }

    QJsonObject nextEvent() { return QJsonDocument::fromJson(nextLine()).object(); }

    bool finished() { return state() == NotRunning || waitForFinished(30'000); }
};
