package io.severabridge.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.erp.statement.Stamp;
import io.severabridge.erp.statement.Statement;
import io.severabridge.erp.statement.WriteStatement;
import io.severabridge.failure.Unavailable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ErpDatabaseTest {
    private static final WriteStatement UPDATE =
            new WriteStatement("t/update", "T", "T", "T", List.of(value("A", "a")), "K", null, Set.of(), Stamp.NONE);
    private static final Stamp STAMP =
            new Stamp(Map.of("ChDt", "changeDate"), Map.of(), Map.of("ChTmms", "changeMilliseconds"));

    record Row(String name, int number, BigDecimal amount) {}

    private final DataSource h2 = new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=MSSQLServer", "sa", "");

    private static Statement statement(String sql) {
        return new Statement("test", sql, Set.of());
    }

    @Test
    void textIsTrimmedAtBothEndsAndNoValueIsEmptyOrZero() {
        ErpDatabase erp = new ErpDatabase(h2, () -> {}, true, "PUBLIC");
        assertThat(erp.rows(
                        statement("SELECT '  Wolski  Zajazd ' AS NAME, NULL AS NUMBER, CAST(12.500000 AS DECIMAL(28,6))"
                                + " AS AMOUNT UNION ALL SELECT NULL, 7, NULL ORDER BY 2"),
                        Row.class,
                        Map.of()))
                .containsExactly(new Row("Wolski  Zajazd", 0, new BigDecimal("12.5")), new Row("", 7, BigDecimal.ZERO));
    }

    @Test
    void aDeadlockIsTriedAgainAndLeavesNothingBehind() {
        JdbcTemplate jdbc = new JdbcTemplate(h2);
        jdbc.execute("CREATE TABLE T (K INT, A INT)");
        jdbc.execute("INSERT INTO T VALUES (1, 0), (2, 0)");
        AtomicInteger failures = new AtomicInteger(2);
        ErpDatabase erp = new ErpDatabase(failing(failures, 1205), () -> {}, true, "PUBLIC");
        erp.write(UPDATE, List.of(Map.of("key", 1, "a", 10), Map.of("key", 2, "a", 20)));
        assertThat(jdbc.queryForList("SELECT A FROM T ORDER BY K", Integer.class))
                .containsExactly(10, 20);
        assertThat(failures.get()).isNegative();
    }

    @Test
    void aTransactionIsTriedAgainAsAWhole() {
        JdbcTemplate jdbc = new JdbcTemplate(h2);
        jdbc.execute("CREATE TABLE T (A INT)");
        ErpDatabase erp = new ErpDatabase(h2, () -> {}, true, "PUBLIC");
        AtomicInteger tries = new AtomicInteger();
        int result = erp.inTransaction(write -> {
            erp.jdbc().update("INSERT INTO T (A) VALUES (:a)", Map.of("a", 1));
            if (tries.incrementAndGet() < 3) {
                throw new UncategorizedSQLException("t", "t", new SQLException("deadlock", "40001", 1205));
            }
            erp.jdbc().update("INSERT INTO T (A) VALUES (:a)", Map.of("a", 2));
            return 7;
        });
        assertThat(result).isEqualTo(7);
        assertThat(tries.get()).isEqualTo(3);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM T", Integer.class)).isEqualTo(2);
    }

    @Test
    void whatTheDatabaseTakesNeverIsRefusedAndLeavesNothingBehind() {
        JdbcTemplate jdbc = new JdbcTemplate(h2);
        jdbc.execute("CREATE TABLE T (A INT CHECK (A < 2))");
        ErpDatabase erp = new ErpDatabase(h2, () -> {}, true, "PUBLIC");
        assertThatThrownBy(() -> erp.inTransaction(write -> {
                    erp.jdbc().update("INSERT INTO T (A) VALUES (:a)", Map.of("a", 1));
                    return erp.jdbc().update("INSERT INTO T (A) VALUES (:a)", Map.of("a", 2));
                }))
                .isInstanceOf(ErpAccess.Refused.class);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM T", Integer.class)).isZero();
    }

    /** A table with columns that nobody mapped, as a new version of the ERP may have. */
    @Test
    void aNewRowHasEveryColumnThatMayNotBeNullAndAnUpdateNamesOnlyWhatChanges() {
        JdbcTemplate jdbc = new JdbcTemplate(h2);
        jdbc.execute(
                "CREATE TABLE T (ID INT NOT NULL, NM VARCHAR(5) NOT NULL, OWN INT NOT NULL, TXT VARCHAR(9) NOT NULL,"
                        + " MORE INT, ChTmms INT NOT NULL, KEPT INT DEFAULT 4 NOT NULL)");
        ErpDatabase erp = new ErpDatabase(h2, () -> {}, true, "PUBLIC");
        WriteStatement insert = new WriteStatement(
                "t/insert",
                "T",
                "T",
                "T",
                List.of(value("ID", "id"), value("NM", "name")),
                null,
                null,
                Set.of(),
                STAMP);
        WriteStatement update = new WriteStatement(
                "t/update",
                "T",
                "T",
                "T",
                List.of(value("NM", "name"), value("OWN", "own")),
                "ID",
                null,
                Set.of(),
                STAMP);
        erp.inTransaction(write -> {
            write.insert(insert, Map.of("id", 1, "name", "a", "changeMilliseconds", 5), Map.of("own", 7));
            return write.update(
                    update, Set.of("name"), Map.of("name", "b", "own", 8, "key", 1, "changeMilliseconds", 6));
        });
        assertThat(jdbc.queryForMap("SELECT * FROM T").values()).containsExactly(1, "b", 7, "", null, 6, 4);
    }

    private static WriteStatement.Value value(String column, String parameter) {
        return new WriteStatement.Value(column, column, parameter, null, false);
    }

    @Test
    void aValueThatAColumnCannotHoldIsNamed() {
        new JdbcTemplate(h2).execute("CREATE TABLE T (ID INT NOT NULL, NM VARCHAR(5) NOT NULL)");
        ErpDatabase erp = new ErpDatabase(h2, () -> {}, true, "PUBLIC");
        WriteStatement statement = new WriteStatement(
                "t/insert",
                "T",
                "T",
                "T",
                List.of(value("ID", "id"), value("NM", "name")),
                null,
                null,
                Set.of(),
                STAMP);
        assertThatThrownBy(() -> erp.columnChecks().check(statement, Map.of("name", "abcdef")))
                .hasMessage("it has 6 characters, the ERP holds 5");
        assertThatThrownBy(() -> erp.columnChecks().check(statement, Map.of("id", 3_000_000_000L)))
                .hasMessage("the ERP holds at most 2147483647");
        assertThatThrownBy(() -> erp.columnChecks().check(statement, Map.of("name", "\u4e2d")))
                .hasMessageContaining("U+4E2D");
        erp.columnChecks().check(statement, Map.of("id", 1, "name", "abcde"));
    }

    @Test
    void aLockThatStaysMakesTheErpUnavailable() {
        new JdbcTemplate(h2).execute("CREATE TABLE T (K INT, A INT)");
        ErpDatabase erp = new ErpDatabase(failing(new AtomicInteger(100), 1222), () -> {}, true, "PUBLIC");
        assertThatThrownBy(() -> erp.write(UPDATE, List.of(Map.of("key", 1, "a", 1))))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("does not carry out t/update now");
    }

    @Test
    void anEmbeddedDatabaseKeepsEachCommitAndCanBeReadByOthers() {
        assertThat(JdbcUrl.complete("jdbc:h2:file:./x;MODE=MSSQLServer", "dbo"))
                .contains("WRITE_DELAY=0", "AUTO_SERVER=TRUE")
                .containsOnlyOnce("MODE=");
        assertThat(JdbcUrl.complete("jdbc:sqlserver://x", "dbo")).contains("sendStringParametersAsUnicode=false");
    }

    /** A data source whose batches fail so many times with an error code, after they have written. */
    private DataSource failing(AtomicInteger times, int code) {
        return proxy(
                DataSource.class,
                h2,
                (method, result) -> result instanceof Connection connection
                        ? proxy(
                                Connection.class,
                                connection,
                                (inner, made) -> made instanceof PreparedStatement prepared
                                        ? proxy(PreparedStatement.class, prepared, (call, done) -> {
                                            if (call.equals("executeBatch") && times.getAndDecrement() > 0) {
                                                throw new SQLException("deadlock", "40001", code);
                                            }
                                            return done;
                                        })
                                        : made)
                        : result);
    }

    private interface After {
        Object apply(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object target, After after) {
        return type.cast(Proxy.newProxyInstance(
                ErpDatabaseTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return after.apply(method.getName(), method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
