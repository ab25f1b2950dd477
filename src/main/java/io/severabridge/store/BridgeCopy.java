package io.severabridge.store;

import io.severabridge.company.Company;
import io.severabridge.failure.Unavailable;
import io.severabridge.store.database.BridgeDatabase;
import io.severabridge.store.database.BridgeLogin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What the bridge knows of one company, in a database of its own that may be written to and thrown away. */
public final class BridgeCopy {
    /** What a run goes on from. Its executions, counts and journal are its own. */
    private static final List<String> TABLES = List.of(
            "BRIDGE_LINK",
            "BRIDGE_INTENT",
            "BRIDGE_REJECT",
            "BRIDGE_NOTICE",
            "BRIDGE_ERP_RECORD",
            "BRIDGE_SEVERA_RECORD",
            "BRIDGE_WATERMARK");

    /** Executions of the copy are told from those that links and rejects name. */
    private static final List<String> NUMBERS = List.of("BATCH_JOB_INSTANCE_SEQ", "BATCH_JOB_EXECUTION_SEQ");

    private static final long FIRST_NUMBER = 1_000_000_000;
    private static final int BATCH = 500;

    private BridgeCopy() {}

    /**
     * Copies what is known into an embedded database; nothing, where there is no bridge database yet. The original is only read.
     *
     * @param folder for the copy
     * @throws Unavailable if the original cannot be read
     */
    public static BridgeDatabase of(Company company, Path folder) {
        BridgeDatabase made = BridgeDatabase.temporary(folder);
        NUMBERS.forEach(sequence -> made.jdbc()
                .sql("ALTER SEQUENCE " + sequence + " RESTART WITH " + FIRST_NUMBER)
                .update());
        try (Connection from = BridgeLogin.ifPresent(company.bridgeDatabase())) {
            if (from != null) {
                try (Connection to = made.dataSource().getConnection()) {
                    for (String table : TABLES) {
                        copy(table, company.name(), from, to);
                    }
                }
            }
            return made;
        } catch (SQLException e) {
            made.close();
            throw new Unavailable("the bridge database cannot be read (bridge-database.jdbc-url)", e);
        } catch (RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private static void copy(String table, String company, Connection from, Connection to) throws SQLException {
        List<String> columns = columns(table, to);
        columns.retainAll(columns(table, from));
        if (columns.isEmpty()) {
            return;
        }
        String names = String.join(", ", columns);
        String more = table.equals("BRIDGE_WATERMARK") ? " OR " + Neighbours.known() : "";
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement read =
                        from.prepareStatement("SELECT " + names + " FROM " + table + " WHERE COMPANY = ?" + more);
                PreparedStatement write =
                        to.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")) {
            read.setString(1, company);
            read.setFetchSize(BATCH);
            try (ResultSet rows = read.executeQuery()) {
                int waiting = 0;
                while (rows.next()) {
                    for (int column = 1; column <= columns.size(); column++) {
                        write.setObject(column, rows.getObject(column));
                    }
                    write.addBatch();
                    if (++waiting % BATCH == 0) {
                        write.executeBatch();
                    }
                }
                write.executeBatch();
            }
        }
    }

    /** Those that a new row is given; an older bridge database may lack some. */
    private static List<String> columns(String table, Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        List<String> columns = new ArrayList<>();
        for (String name : List.of(table, table.toLowerCase(Locale.ROOT))) {
            try (ResultSet found = metaData.getColumns(connection.getCatalog(), null, name, null)) {
                while (found.next()) {
                    if (!"YES".equals(found.getString("IS_AUTOINCREMENT"))) {
                        columns.add(found.getString("COLUMN_NAME").toUpperCase(Locale.ROOT));
                    }
                }
            }
            if (!columns.isEmpty()) {
                break;
            }
        }
        return columns;
    }
}
