#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>

namespace confab {

/// Plain values in a row, to which more are added at the end in a handful of instructions: what std::vector
/// does for each one costs more than to write it. What is added is not initialised.
template <typename T>
class PlainArray
{
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    PlainArray() = default;
    PlainArray(const PlainArray &other) { append(other); }
    PlainArray &operator=(const PlainArray &) = delete;

    bool isEmpty() const { return m_size == 0; }
    quint32 size() const { return m_size; }
    const T *data() const { return m_values.get(); }
    const T &operator[](std::size_t index) const { return m_values[index]; }
    const T &front() const { return m_values[0]; }
    const T &back() const { return m_values[m_size - 1]; }
    std::span<const T> values() const { return {data(), m_size}; }

    /// @return so many more, to be filled in; valid until the next call.
    T *add(std::size_t count = 1)
    {
        if (count > m_capacity - m_size) [[unlikely]]
            reserve(std::max(m_size + count, std::size_t(m_capacity) * 2));
        T *added = m_values.get() + m_size;
        m_size += quint32(count);
        return added;
    }
    /// @return where the first of them is.
    quint32 append(std::span<const T> values)
    {
        const quint32 at = m_size;
        if (!values.empty())
            std::memcpy(add(values.size()), values.data(), values.size_bytes());
        return at;
    }
    quint32 append(const T &value) { return append(std::span(&value, 1)); }
    quint32 append(const PlainArray &other) { return append(other.values()); }
    void reserve(std::size_t capacity)
    {
        if (capacity <= m_capacity)
            return;
        auto values = std::make_unique_for_overwrite<T[]>(capacity);
        if (m_size > 0)
            std::memcpy(values.get(), m_values.get(), m_size * sizeof(T));
        m_values = std::move(values);
        m_capacity = quint32(capacity);
    }
    /// Keeps the memory.
    void clear() { m_size = 0; }

private:
    std::unique_ptr<T[]> m_values;
    quint32 m_size = 0;
    quint32 m_capacity = 0;
};

} // namespace confab
