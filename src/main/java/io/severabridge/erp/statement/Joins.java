package io.severabridge.erp.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a statement reads, and how it joins them, subqueries included.
 *
 * @param first the alias whose rows the statement is about; null where it reads no table
 * @param sources by alias in small letters
 * @param equalities every {@code alias.column = other.column}
 */
public record Joins(@Nullable String first, Map<String, Source> sources, List<Equality> equalities) {
    /** Of a statement of which this is not known. */
    public static final Joins NONE = new Joins(null, Map.of(), List.of());

    /** A table under an alias; {@code columns} are those that the statement uses of it, both as the database calls them. */
    public record Source(String table, Set<String> columns) {
        public Source {
            columns = Set.copyOf(columns);
        }
    }

    /** A column of an alias, as the database calls it. */
    public record Column(String alias, String name) {}

    /** Two columns that hold the same value in rows that belong together. */
    public record Equality(Column left, Column right) {}

    /**
     * How the rows of an alias are found.
     *
     * @param alias whose rows are found
     * @param column of it
     * @param from a column of an alias that is nearer to the first one
     */
    public record Link(String alias, String column, Column from) {}

    public Joins {
        sources = Map.copyOf(sources);
        equalities = List.copyOf(equalities);
    }

    /** The links that lead from the first alias to each other one that it is joined to, nearer ones first. */
    public List<Link> links() {
        List<Link> links = new ArrayList<>();
        Set<String> reached = new LinkedHashSet<>();
        if (first != null) {
            reached.add(first);
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Equality equality : equalities) {
                Link link = link(equality, reached);
                if (link != null) {
                    links.add(link);
                    reached.add(link.alias());
                    more = true;
                }
            }
        }
        return List.copyOf(links);
    }

    private static @Nullable Link link(Equality equality, Set<String> reached) {
        Column left = equality.left();
        Column right = equality.right();
        if (reached.contains(left.alias()) == reached.contains(right.alias())) {
            return null;
        }
        return reached.contains(left.alias())
                ? new Link(right.alias(), right.name(), left)
                : new Link(left.alias(), left.name(), right);
    }

    /** Tables that are joined to nothing, such as a code table that a condition asks for a constant. */
    public Set<String> apart() {
        Set<String> linked = new LinkedHashSet<>();
        aliases().forEach(alias -> linked.add(table(alias)));
        Set<String> apart = new LinkedHashSet<>();
        sources.values().forEach(source -> apart.add(source.table()));
        apart.removeAll(linked);
        return apart;
    }

    /** The first alias, and those that links lead to. */
    private Set<String> aliases() {
        Set<String> aliases = new LinkedHashSet<>();
        if (first != null) {
            aliases.add(first);
        }
        links().forEach(link -> aliases.add(link.alias()));
        return aliases;
    }

    /**
     * The columns that the statement uses of the rows that an alias stands for. An alias that no link leads to, since a
     * subquery chooses its row, may stand for them too.
     */
    public Set<String> columns(String alias) {
        Set<String> linked = aliases();
        Set<String> columns = new LinkedHashSet<>(source(alias).columns());
        sources.forEach((other, source) -> {
            if (!linked.contains(other) && source.table().equals(table(alias))) {
                columns.addAll(source.columns());
            }
        });
        return columns;
    }

    public String table(String alias) {
        return source(alias).table();
    }

    private Source source(String alias) {
        Source source = sources.get(alias);
        if (source == null) {
            throw new IllegalArgumentException("there is no alias " + alias);
        }
        return source;
    }
}
