package io.severabridge.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.UncategorizedSQLException;

class RetriesTest {
    private static DataAccessException refused(int code, String state) {
        return new UncategorizedSQLException("test", "SELECT 1", new SQLException("refused", state, code));
    }

    @ParameterizedTest
    @ValueSource(ints = {1205, 1222, 2601, 2627, 40001, 50200, 90131, 23505})
    void aPassingRefusalIsTriedOnceMore(int code) {
        AtomicInteger tries = new AtomicInteger();
        String answer = new Retries().callWithNewKeys(() -> {
            if (tries.incrementAndGet() == 1) {
                throw refused(code, "40001");
            }
            return "done";
        });
        assertThat(answer).isEqualTo("done");
        assertThat(tries).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {207, 2601, 2627, 23505})
    void anErrorThatStaysIsNotTriedAgain(int code) {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> new Retries().call(() -> {
                    tries.incrementAndGet();
                    throw refused(code, "S0001");
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aBrokenConnectionPasses() {
        assertThat(Retries.passing(refused(0, "08S01"))).isTrue();
    }

    @Test
    void anInvalidColumnDoesNotPass() {
        assertThat(Retries.passing(refused(207, "S0001"))).isFalse();
    }

    @Test
    void anErrorOfTheProgramIsNotPassing() {
        assertThat(Retries.passing(new InvalidDataAccessApiUsageException("x"))).isFalse();
    }
}
