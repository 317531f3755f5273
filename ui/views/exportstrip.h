#pragma once

#include "ui/models/recordfile.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace confab {

class FailureBanner;

/// A quiet line about an export of the traffic: how far it is, where it went, or why it failed and what to
/// do. Decides nothing; hidden while there is nothing to say.
class ExportStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ExportStrip(QWidget *parent = nullptr);

    void showProgress(qsizetype written, qsizetype total);
    void showDone(qsizetype records, const QString &path);
    void showFailure(const RecordFileResult &result, const QString &path);
    /// Hides it and forgets what it said.
    void clear();

Q_SIGNALS:
    void cancelRequested();
    /// The failed export is wanted somewhere else.
    void retryRequested();
    /// Somebody put the failure away.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Nothing, Writing, Done, Failed };

    void setState(State state);
    void openFolder() const;
    void showState();
    void retranslate();

    QWidget *m_line;
    QLabel *m_text;
    QPushButton *m_cancel;
    QPushButton *m_folder;
    QPushButton *m_dismiss;
    FailureBanner *m_banner;

    State m_state = State::Nothing;
    qsizetype m_written = 0;
    qsizetype m_total = 0;
    RecordFileResult m_result;
    QString m_path;
};

} // namespace confab
