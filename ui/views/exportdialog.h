#pragma once

#include <QFileDialog>

namespace confab {

/// How the traffic is written down.
enum class ExportFormat {
    JsonLines, ///< complete, for programs
    Text,      ///< to read, in the reader's language
};
inline constexpr int exportFormatCount = int(ExportFormat::Text) + 1;

/// Asks for the file that the traffic goes to. The name's ending decides on the format, and one that is none
/// of these leaves it to the file type that was chosen; no name is changed once the dialog has asked whether
/// to replace that file.
class ExportDialog : public QFileDialog
{
    Q_OBJECT
public:
    /// Proposes a file in the folder, or where documents are if that is not there. Does not show itself.
    ExportDialog(const QString &folder, ExportFormat format, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &path, confab::ExportFormat format);

private:
    ExportFormat chosenFormat(const QString &path) const;
    void fitName();

    ExportFormat m_format; ///< that was proposed
};

} // namespace confab
