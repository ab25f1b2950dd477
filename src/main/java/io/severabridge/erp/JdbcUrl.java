package io.severabridge.erp;

import io.severabridge.jdbc.Urls;

/** What the ERP's address needs beside what people write. */
final class JdbcUrl {
    private JdbcUrl() {}

    /**
     * A lock is waited for at most 20 seconds: the ERP's own batch updates take whole tables. An embedded database has the schema made; SQL Server gets text as its columns hold it, else each look-up by a text
     * key would scan the table.
     */
    static String complete(String url, String schema) {
        if (!Urls.isEmbedded(url)) {
            return Urls.with(
                    Urls.with(Urls.with(url, "sendStringParametersAsUnicode", "false"), "loginTimeout", "15"),
                    "lockTimeout",
                    "20000");
        }
        return Urls.with(
                Urls.embedded(url),
                "INIT",
                "CREATE SCHEMA IF NOT EXISTS \"" + schema + "\"\\;SET SCHEMA \"" + schema + "\"");
    }
}
