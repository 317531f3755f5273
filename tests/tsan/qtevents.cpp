// ThreadSanitizer sees what our code and the C library do, not what Qt does within itself. Preloaded, this
// tells it where Qt hands something from one thread to another: what a thread did before it posted an event
// comes before what is done with that event. It says so of each object, and of all signals together, since
// their receivers are Qt's secret.
#include <dlfcn.h>
#include <linux/sched.h>

class QEvent;
class QMetaObject;
class QObject;
class QSemaphore;
class QThread;

/// QDeadlineTimer, as it is passed.
struct Deadline
{
    long long first;
    unsigned second;
    unsigned third;
};

/// QMetaObject::Connection, as it is returned: by way of memory, since it has a destructor.
struct Connection
{
    Connection(const Connection &) = delete;
    ~Connection() {}
    void *data;
};

extern "C" {
// There in instrumented programs alone; those that tests start besides, such as node, have none.
__attribute__((weak)) void __tsan_acquire(void *);
__attribute__((weak)) void __tsan_release(void *);
}

namespace {

char signalsOfAll;

void release(void *address)
{
    if (__tsan_release)
        __tsan_release(address);
}

void acquire(void *address)
{
    if (__tsan_acquire)
        __tsan_acquire(address);
}

template <typename Result, typename... Arguments>
Result callQt(const char *name, Arguments... arguments)
{
    return reinterpret_cast<Result (*)(Arguments...)>(dlsym(RTLD_NEXT, name))(arguments...);
}

void keep(int *slotAndItsReferences)
{
    __atomic_add_fetch(slotAndItsReferences, 1, __ATOMIC_RELAXED);
}

/// QInternal::EventNotifyCallback: receiver, event, result.
bool eventArrives(void **data)
{
    acquire(data[0]);
    acquire(&signalsOfAll);
    return false;
}

__attribute__((constructor)) void watchEvents()
{
    constexpr int eventNotifyCallback = 0;
    using Register = bool (*)(int, bool (*)(void **));
    if (const auto registerCallback = reinterpret_cast<Register>(
            dlsym(RTLD_DEFAULT, "_ZN9QInternal16registerCallbackENS_8CallbackEPFbPPvE")))
        registerCallback(eventNotifyCallback, &eventArrives);
}

} // namespace

// Qt's own functions by the names that the linker has for them.
// A pointer to a member function has to be even.
#define EXPORTED extern "C" __attribute__((visibility("default"), aligned(16)))

EXPORTED void _ZN11QMetaObject8activateEP7QObjectPKS_iPPv(QObject *sender, const QMetaObject *meta,
                                                          int signal, void **arguments)
{
    release(&signalsOfAll);
    callQt<void>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv", sender, meta, signal, arguments);
}

// Functions that are posted or connected are never destroyed: which thread does so is counted where
// ThreadSanitizer does not see it. They begin with the number of their references.

EXPORTED bool
_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject *receiver, int *slotAndItsReferences, int type, void *result)
{
    keep(slotAndItsReferences);
    release(receiver);
    return callQt<bool>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv",
        receiver, slotAndItsReferences, type, result);
}

EXPORTED Connection
_ZN7QObject11connectImplEPKS_PPvS1_S3_PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject(
    const QObject *sender, void **signal, const QObject *receiver, void **slot, int *slotAndItsReferences,
    int type, const int *types, const QMetaObject *meta)
{
    keep(slotAndItsReferences);
    return callQt<Connection>("_ZN7QObject11connectImplEPKS_PPvS1_S3_"
                              "PN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPKiPK11QMetaObject",
                              sender, signal, receiver, slot, slotAndItsReferences, type, types, meta);
}

// A thread's event loop, who ends it, and who waits for the thread.
EXPORTED int _ZN7QThread4execEv(QThread *thread)
{
    const int code = callQt<int>("_ZN7QThread4execEv", thread);
    acquire(thread);
    release(thread);
    return code;
}

EXPORTED void _ZN7QThread4quitEv(QThread *thread)
{
    release(thread);
    callQt<void>("_ZN7QThread4quitEv", thread);
}

EXPORTED bool _ZN7QThread4waitE14QDeadlineTimer(QThread *thread, Deadline deadline)
{
    const bool ended = callQt<bool>("_ZN7QThread4waitE14QDeadlineTimer", thread, deadline);
    acquire(thread);
    return ended;
}

EXPORTED void _ZN16QCoreApplication9postEventEP7QObjectP6QEventi(QObject *receiver, QEvent *event,
                                                                 int priority)
{
    release(receiver);
    callQt<void>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi", receiver, event, priority);
}

EXPORTED void _ZN7QObject12moveToThreadEP7QThread(QObject *object, QThread *thread)
{
    release(object);
    callQt<void>("_ZN7QObject12moveToThreadEP7QThread", object, thread);
}

EXPORTED void _ZN7QObject11deleteLaterEv(QObject *object)
{
    release(object);
    callQt<void>("_ZN7QObject11deleteLaterEv", object);
}

EXPORTED void _ZN10QSemaphore7releaseEi(QSemaphore *semaphore, int count)
{
    release(semaphore);
    callQt<void>("_ZN10QSemaphore7releaseEi", semaphore, count);
}

EXPORTED void _ZN10QSemaphore7acquireEi(QSemaphore *semaphore, int count)
{
    callQt<void>("_ZN10QSemaphore7acquireEi", semaphore, count);
    acquire(semaphore);
}

EXPORTED bool _ZN10QSemaphore10tryAcquireEii(QSemaphore *semaphore, int count, int milliseconds)
{
    const bool acquired = callQt<bool>("_ZN10QSemaphore10tryAcquireEii", semaphore, count, milliseconds);
    acquire(semaphore);
    return acquired;
}

/// By which Qt wakes a thread whose event was just posted: the arguments of a queued signal have been copied
/// by then.
EXPORTED void g_main_context_wakeup(void *context)
{
    release(&signalsOfAll);
    callQt<void>("g_main_context_wakeup", context);
}

/// QProcess starts programs by a child that shares our memory for a moment, and ThreadSanitizer's knowledge
/// of its parent with it. Here it gets its own.
EXPORTED int clone(int (*function)(void *), void *stack, int flags, void *argument, void *parent, void *tls,
                   void *child)
{
    return callQt<int>("clone", function, stack, flags & ~(CLONE_VM | CLONE_VFORK), argument, parent, tls,
                       child);
}
