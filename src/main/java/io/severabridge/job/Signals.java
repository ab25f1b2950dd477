package io.severabridge.job;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C, the request to end and a terminal that goes away (unless that is ignored, as under {@code nohup}), taken before the machine shuts down: an embedded database closes itself as soon as the
 * shutdown begins, and nothing more could be stored. By reflection, since the class is not part of every Java's interface;
 * where it is missing a signal ends the process at once, which the next run survives as well.
 */
final class Signals implements AutoCloseable {
    /** What a shell reports for a process that was asked to end. */
    static final int EXIT_CODE = 143;

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final Map<Object, Object> before = new HashMap<>();

    private Signals() {}

    /** Does the work on the first signal; a second one ends the process at once. */
    static Signals on(Runnable work) {
        Signals signals = new Signals();
        AtomicBoolean first = new AtomicBoolean(true);
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                if (!first.getAndSet(false)) {
                    Runtime.getRuntime().halt(EXIT_CODE);
                }
                work.run();
                return null;
            }
            return method.getName().equals("equals")
                    ? (Object) (proxy == arguments[0])
                    : System.identityHashCode(proxy);
        };
        for (String name : new String[] {"TERM", "INT", "HUP"}) {
            signals.handle(name, handler);
        }
        return signals;
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

    @Override
    public void close() {
        before.forEach((signal, handler) -> {
            try {
                Class<?> type = Class.forName("sun.misc.Signal");
                type.getMethod("handle", type, Class.forName("sun.misc.SignalHandler"))
                        .invoke(null, signal, handler);
            } catch (ReflectiveOperationException e) {
                LOG.debug("signal {} cannot be given back", signal, e);
            }
        });
    }
}
