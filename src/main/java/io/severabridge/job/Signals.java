package io.severabridge.job;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C, the request to end and a terminal that goes away (unless that is ignored, as under {@code nohup}), for all runs of the
 * process, taken before the machine shuts down: an embedded database closes itself as soon as the
 * shutdown begins, and nothing more could be stored. By reflection, since the class is not part of every Java's interface;
 * where it is missing a signal ends the process at once, which the next run survives as well.
 */
final class Signals {
    /** What a shell reports for a process that was asked to end. */
    static final int EXIT_CODE = 143;

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final Map<Object, Object> before = new HashMap<>();
    private final Set<Runnable> running = new LinkedHashSet<>();
    private boolean signalled;

    /** For as long as the signals are taken. */
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /** Does the work of each run on the first signal; a second one ends the process at once. */
    synchronized Taken on(Runnable work) {
        if (running.isEmpty()) {
            signalled = false;
            take();
        }
        running.add(work);
        if (signalled) {
            work.run();
        }
        return () -> over(work);
    }

    private synchronized void over(Runnable work) {
        running.remove(work);
        if (running.isEmpty()) {
            giveBack();
        }
    }

    /** Not in the monitor: a second signal does not wait for the work of the first. */
    private void signal() {
        List<Runnable> works;
        synchronized (this) {
            if (signalled) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            signalled = true;
            works = List.copyOf(running);
        }
        works.forEach(Runnable::run);
    }

    private void take() {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                signal();
                return null;
            }
            return method.getName().equals("equals")
                    ? (Object) (proxy == arguments[0])
                    : System.identityHashCode(proxy);
        };
        for (String name : new String[] {"TERM", "INT", "HUP"}) {
            handle(name, handler);
        }
    }

    private void handle(String name, InvocationHandler handler) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object signal = type.getConstructor(String.class).newInstance(name);
            Object proxy =
                    Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] {handlerType}, handler);
            Method handle = type.getMethod("handle", type, handlerType);
            Object was = handle.invoke(null, signal, proxy);
            if (handlerType.getField("SIG_IGN").get(null).equals(was)) {
                // Whoever started us wants this signal to do nothing.
                handle.invoke(null, signal, was);
                return;
            }
            before.put(signal, was);
        } catch (ReflectiveOperationException e) {
            LOG.debug("signal {} cannot be taken", name, e);
        }
    }

    private void giveBack() {
        before.forEach((signal, handler) -> {
            try {
                Class<?> type = Class.forName("sun.misc.Signal");
                type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                        .invoke(null, signal, handler);
            } catch (ReflectiveOperationException e) {
                LOG.debug("signal {} cannot be given back", signal, e);
            }
        });
        before.clear();
    }
}
