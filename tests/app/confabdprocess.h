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
    explicit ConfabdProcess(const QStringList &arguments, const QString &dataFolder = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        if (!dataFolder.isEmpty())
            environment.insert(QStringLiteral("XDG_DATA_HOME"), dataFolder);
        setProcessEnvironment(environment);
        start(QStringLiteral(CONFABD), arguments);
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
