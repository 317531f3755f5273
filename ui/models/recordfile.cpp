#include "ui/models/recordfile.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>
#include <filesystem>

namespace confab {

namespace {

constexpr qsizetype pieceSize = 256 * 1024; ///< that is written at once

/// Qt keeps no number of what went wrong, but its words.
RecordFileResult failureOf(const QFileDevice &file)
{
    const QString words = file.errorString();
    const auto says = [&words](std::initializer_list<int> errors) {
        return std::any_of(errors.begin(), errors.end(),
                           [&words](int error) { return words == qt_error_string(error); });
    };
    const RecordFileProblem problem = says({ENOSPC, EDQUOT, EFBIG})    ? RecordFileProblem::NoRoom
                                      : says({EACCES, EPERM, EROFS})   ? RecordFileProblem::NotAllowed
                                      : says({ENOENT, ENOTDIR, ELOOP}) ? RecordFileProblem::NoFolder
                                                                       : RecordFileProblem::Other;
    return {problem, words};
}

/// A disk that fills up takes the first part without an error.
bool isWritten(QFileDevice &file, QByteArrayView piece)
{
    while (!piece.isEmpty()) {
        const qint64 written = file.write(piece.data(), piece.size());
        if (written <= 0)
            return false;
        piece = piece.sliced(written);
    }
    return true;
}

RecordFileResult writeAll(QFileDevice &file, const TrafficRows &rows, const RecordFormat &format,
                          const std::function<bool(qsizetype)> &goesOn)
{
    QByteArray piece = format.heading;
    for (qsizetype row = 0; row < rows.count(); ++row) {
        piece += format.entry(rows.record(row));
        if (piece.size() < pieceSize)
            continue;
        if (!goesOn(row + 1))
            return {RecordFileProblem::Cancelled, {}};
        if (!isWritten(file, piece))
            return failureOf(file);
        piece.clear();
    }
    if (!goesOn(rows.count()))
        return {RecordFileProblem::Cancelled, {}};
    return isWritten(file, piece) ? RecordFileResult() : failureOf(file);
}

} // namespace

RecordFileResult writeRecords(const QString &path, const TrafficRows &rows, const RecordFormat &format,
                              const std::function<bool(qsizetype)> &goesOn)
{
    const QFileInfo before(path);
    std::error_code ignored;
    const std::filesystem::file_type type =
        std::filesystem::status(before.filesystemFilePath(), ignored).type();
    const bool isDevice = type == std::filesystem::file_type::character;
    if (before.exists() && !before.isFile() && !isDevice)
        return {RecordFileProblem::NotAFile, {}};
    if (before.exists() && !before.isWritable())
        return {RecordFileProblem::NotAllowed, {}};

    constexpr auto mode = QIODevice::WriteOnly | QIODevice::Unbuffered;
    if (isDevice) {
        QFile device(path);
        return device.open(mode) ? writeAll(device, rows, format, goesOn) : failureOf(device);
    }
    QSaveFile file(path);
    if (!file.open(mode))
        return failureOf(file);
    RecordFileResult result = writeAll(file, rows, format, goesOn);
    if (result.problem != RecordFileProblem::None)
        return result; // whose destructor takes what was written away
    return file.commit() ? result : failureOf(file);
}

} // namespace confab
