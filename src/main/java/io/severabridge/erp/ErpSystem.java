package io.severabridge.erp;

import io.severabridge.company.Company;
import io.severabridge.erp.statement.Stamp;
import io.severabridge.erp.statement.Statements;
import io.severabridge.failure.Finding;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An ERP that the bridge speaks to: all that is true of this one and of no other. The rest is in its statements, a folder below
 * {@code sql/} that has its name. They answer rows in a form that is the same for all: the columns that the records of the rows
 * name, days as yyyymmdd, 0 or empty text for nothing, {@code changedAt} as {@link ErpTime} counts.
 */
public interface ErpSystem {
    /** As {@code erp.system} calls it; also the folder of its statements and of its schema. */
    String name();

    /** What a company file chooses, by the name that statements use; null where it chooses nothing. */
    Map<String, @Nullable String> settings(Company company);

    /** What is written with each change. */
    Stamp stamp();

    /** How it tells and writes time. */
    ErpTime time(ErpAccess access, Statements statements, Company.Erp erp, Clock clock);

    /** Hands out keys and numbers of new rows in one transaction. */
    default Numbering numbering(ErpWrite write, Statements statements) {
        return new NextNumbers(write, statements);
    }

    /** How a row is read that new ones are made like; null where they are made like none. */
    default @Nullable Template template() {
        return null;
    }

    /** Whether rows are looked for by a column: a rehearsal has an index on it. */
    default boolean isLookedUpBy(String column) {
        return false;
    }

    /**
     * The statements that its own checks need for a company.
     *
     * @param costs whether costs are sent to Severa
     */
    default List<String> checkStatements(Company company, boolean costs) {
        return List.of();
    }

    /** What is wrong with the company file or the ERP when a run begins, beside what is missing. */
    default List<Finding> findings(Company company, ErpDatabase database, Statements statements, boolean costs) {
        return List.of();
    }

    /** Its statements with the names of a company. */
    default Statements statements(Company company) {
        return new Statements(name(), company.erp(), settings(company), stamp());
    }

    /**
     * A row that new ones are made like.
     *
     * @param statement reads all columns of the row with {@code @key}
     * @param own columns that belong to one row alone, in small letters
     * @param record what people call such a row
     */
    record Template(String statement, Set<String> own, String record) {
        public Template {
            own = Set.copyOf(own);
        }
    }

    /** Keys and numbers of new rows, none of which anybody else gets. */
    interface Numbering {
        /**
         * The next number.
         *
         * @param statement asks for it
         * @param from the first of the range that is this ERP's own, where the statement asks for a range
         * @param to the last of it
         */
        long next(String statement, long from, long to);
    }
}
