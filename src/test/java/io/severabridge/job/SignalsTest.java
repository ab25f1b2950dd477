package io.severabridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SignalsTest {
    @Test
    void oneSignalStopsAllRunsOfTheProcess() throws Exception {
        Signals signals = new Signals();
        CountDownLatch stopped = new CountDownLatch(2);
        try (Signals.Taken one = signals.on(stopped::countDown);
                Signals.Taken other = signals.on(stopped::countDown)) {
            assertThat(one).isNotSameAs(other);
            raise("TERM");
            assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void raise(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        type.getMethod("raise", type)
                .invoke(null, type.getConstructor(String.class).newInstance(name));
    }
}
