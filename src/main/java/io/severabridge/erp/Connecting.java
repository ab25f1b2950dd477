package io.severabridge.erp;

import io.severabridge.company.Company;
import io.severabridge.failure.FullDisk;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.jdbc.Login;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells people why there is no connection, without any secret. */
final class Connecting {
    /** SQL Server: login failed (18456), password expired (18487, 18488). H2: wrong user or password (28000). */
    private static final Set<Integer> LOGIN = Set.of(18456, 18487, 18488, 28000);

    /** SQL Server: cannot open the database (4060, 911). H2: no such database, or not to be made (90146, 90149). */
    private static final Set<Integer> DATABASE = Set.of(4060, 911, 90146, 90149);

    private static final Pattern SERVER = Pattern.compile("//([^;/?]+)");

    private Connecting() {}

    /** Without the pool, which would try again and again, and say less. */
    static void check(Login login, Company.Erp erp) {
        DriverManager.setLoginTimeout(15);
        try (Connection connection = login.connect()) {
            connection.isReadOnly();
        } catch (SQLException e) {
            throw failure(e, erp);
        }
    }

    static RuntimeException failure(SQLException thrown, Company.Erp erp) {
        SQLException e = innermost(thrown);
        if (LOGIN.contains(e.getErrorCode())) {
            return new WrongSetUp(
                    "the ERP database refuses the login of user " + erp.username()
                            + ": check erp.username and erp.password",
                    thrown);
        }
        if (FullDisk.isBehind(thrown)) {
            return FullDisk.of("the ERP database (erp.jdbc-url)", thrown);
        }
        if (DATABASE.contains(e.getErrorCode())) {
            return new WrongSetUp("the ERP's server has no such database: check erp.jdbc-url", thrown);
        }
        Matcher server = SERVER.matcher(erp.jdbcUrl());
        String where = server.find() ? " at " + server.group(1) : "";
        if (isCertificate(thrown)) {
            return new WrongSetUp(
                    "the certificate of the ERP's server" + where + " is not trusted: "
                            + first(String.valueOf(thrown.getMessage()))
                            + "; name a trust store that holds it (trustStore= in erp.jdbc-url, or import it into Java's with"
                            + " keytool -importcert -cacerts), or write trustServerCertificate=true there if the network between is"
                            + " yours alone",
                    thrown);
        }
        String instance = where.contains("\\")
                ? ": " + first(String.valueOf(thrown.getMessage()))
                        + " A named instance is asked for at UDP port 1434; host:port in its place needs no such answer"
                : "";
        return new Unavailable("no connection to the ERP database" + where + " (erp.jdbc-url)" + instance, thrown);
    }

    private static boolean isCertificate(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof CertificateException || at instanceof CertPathBuilderException) {
                return true;
            }
        }
        return String.valueOf(thrown.getMessage()).contains("PKIX path building failed");
    }

    /** What the driver says first; the rest are its hints. */
    private static String first(String message) {
        return message.lines().findFirst().orElse("");
    }

    /** The pool wraps what the driver says. */
    private static SQLException innermost(SQLException thrown) {
        SQLException found = thrown;
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getErrorCode() != 0) {
                found = sql;
            }
        }
        return found;
    }
}
