package io.severabridge.erp.csv;

import io.severabridge.company.Company;
import io.severabridge.erp.ErpDatabase;
import io.severabridge.erp.Schema;
import io.severabridge.erp.statement.Names;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.WrongSetUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills the ERP's tables from CSV files, one a table, named by it: for demos and tests. A column that a file does not have
 * takes the neutral value, 0 or ''. All or nothing.
 */
public final class CsvLoad {
    private static final int BATCH = 1_000;

    private final ErpDatabase database;
    private final Company.Erp erp;
    private final JdbcTemplate jdbc;
    private final Schema schema;

    public CsvLoad(ErpDatabase database, Company.Erp erp) {
        this.database = database;
        this.erp = erp;
        schema = Schema.of(erp.system());
        this.jdbc = new JdbcTemplate(database.dataSource());
    }

    /**
     * Loads all files of a folder.
     *
     * @return rows by table
     * @throws WrongSetUp with file, line and column of what cannot be loaded
     * @throws io.severabridge.failure.Unavailable if the disk is full
     */
    public Map<String, Integer> load(Path folder) {
        Map<String, Path> files = files(folder);
        Map<String, Integer> loaded = new LinkedHashMap<>();
        try {
            createMissing();
            new TransactionTemplate(new JdbcTransactionManager(database.dataSource()))
                    .executeWithoutResult(
                            status -> files.forEach((table, file) -> loaded.put(table, load(table, file))));
        } catch (DataAccessException | TransactionException | WrongSetUp e) {
            throw FullDisk.isBehind(e) ? FullDisk.of("the ERP database (erp.jdbc-url)", e) : e;
        }
        return loaded;
    }

    private Map<String, Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WrongSetUp("there is no folder " + folder);
        }
        Map<String, Path> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .forEach(file -> files.put(table(file), file));
        } catch (IOException e) {
            throw new WrongSetUp("folder " + folder + " cannot be read", e);
        }
        if (files.isEmpty()) {
            throw new WrongSetUp("folder " + folder + " holds no CSV file such as "
                    + schema.tables().get(0) + ".csv");
        }
        return files;
    }

    private String table(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("(?i)\\.csv$", "");
        return schema.tables().stream()
                .filter(table -> table.equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new WrongSetUp(file.getFileName() + ": there is no table " + name + "; known are "
                        + String.join(", ", schema.tables())));
    }

    private void createMissing() {
        List<String> there = jdbc.queryForList(
                "SELECT LOWER(TABLE_NAME) FROM INFORMATION_SCHEMA.TABLES WHERE LOWER(TABLE_SCHEMA) = LOWER(?)",
                String.class,
                erp.schema());
        List<String> missing = schema.tables().stream()
                .filter(table -> !there.contains(table.toLowerCase(Locale.ROOT)))
                .toList();
        // The embedded database's TINYINT ends at 127.
        schema.create(missing)
                .forEach(sql -> jdbc.execute(database.embedded() ? sql.replace(" TINYINT ", " SMALLINT ") : sql));
    }

    private int load(String table, Path file) {
        String name = new Names(erp).quotedTable(table);
        Integer rows = jdbc.queryForObject("SELECT COUNT(*) FROM " + name, Integer.class);
        if (rows != null && rows > 0) {
            throw new WrongSetUp("table " + table + " holds " + rows + " rows already; only empty tables are filled");
        }
        Map<String, Schema.Column> columns = new LinkedHashMap<>();
        java.util.Objects.requireNonNull(schema.columns(table)).forEach(columns::put);
        CsvTable csv = new CsvTable(
                String.valueOf(file.getFileName()), columns, database.embedded() ? null : database.codePage());
        String sql = "INSERT INTO " + name + " ("
                + String.join(", ", columns.keySet().stream().map(Names::quoted).toList()) + ") VALUES ("
                + String.join(", ", columns.keySet().stream().map(column -> "?").toList()) + ")";
        List<Object[]> batch = new ArrayList<>();
        int count = csv.read(file, row -> {
            batch.add(row);
            if (batch.size() >= BATCH) {
                insert(csv, sql, batch);
            }
        });
        insert(csv, sql, batch);
        return count;
    }

    private void insert(CsvTable csv, String sql, List<Object[]> batch) {
        try {
            jdbc.batchUpdate(sql, batch);
            batch.clear();
        } catch (DuplicateKeyException e) {
            throw new WrongSetUp(csv.name() + ": two rows have the same key", e);
        } catch (DataAccessException e) {
            throw new WrongSetUp(csv.name() + ": the database refuses a row; see the log file", e);
        }
    }
}
