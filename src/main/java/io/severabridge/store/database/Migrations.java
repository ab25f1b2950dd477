package io.severabridge.store.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The versioned steps that make our tables. */
final class Migrations {
    private Migrations() {}

    static Flyway of(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:sql/bridge")
                .table("BRIDGE_VERSION")
                .load();
    }
}
