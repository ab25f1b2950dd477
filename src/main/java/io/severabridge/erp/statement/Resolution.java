package io.severabridge.erp.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the text of a statement into what one company's database understands. */
final class Resolution {
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN");

    /** A line that says what a column of the result is called. */
    private static final Pattern SAID = Pattern.compile("(?m)^-- (\\w+): (\\S+)$");

    private final String name;
    private final List<Token> tokens;
    private final Names names;
    private final Map<String, @Nullable String> settings;
    private final Map<String, String> tableOfAlias = new HashMap<>();

    private final Set<Integer> tableTokens = new LinkedHashSet<>();
    private final Set<Use> uses = new LinkedHashSet<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, Set<String>> columnsOfAlias = new LinkedHashMap<>();
    private final List<Joins.Equality> equalities = new ArrayList<>();

    /** Columns of subqueries in FROM, by alias and name, with the columns of tables that they are. */
    private final Map<String, Map<String, Joins.Column>> derived = new HashMap<>();

    private int depth;
    private final StringBuilder sql = new StringBuilder();
    private @Nullable String outermost;

    Resolution(String name, String text, Names names, Map<String, @Nullable String> settings) {
        this.name = name;
        this.tokens = new ArrayList<>(Token.of(text));
        this.names = names;
        this.settings = settings;
        SAID.matcher(text).results().forEach(said -> columns.put(said.group(1), said.group(2)));
        while (!tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";")) {
            tokens.remove(tokens.size() - 1);
        }
        if (tokens.isEmpty()) {
            throw new IllegalStateException("statement " + name + " is empty");
        }
    }

    Statement statement() {
        findTables();
        findDerived();
        for (int at = 0; at < tokens.size(); ) {
            at = emit(at);
        }
        return new Statement(name, sql.toString().strip(), uses, columns, joins());
    }

    private Joins joins() {
        Map<String, Joins.Source> sources = new LinkedHashMap<>();
        tableOfAlias.forEach((alias, table) ->
                sources.put(alias, new Joins.Source(names.table(table), columnsOfAlias.getOrDefault(alias, Set.of()))));
        return new Joins(outermost, sources, equalities);
    }

    private void findTables() {
        int nested = 0;
        for (int at = 0; at + 1 < tokens.size(); at++) {
            nested += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            Token next = tokens.get(at + 1);
            if (!BEFORE_TABLE.contains(tokens.get(at).text().toUpperCase(Locale.ROOT)) || !next.isName()) {
                continue;
            }
            String table = next.isSetting() ? required(next.text()) : next.text();
            tableTokens.add(at + 1);
            int alias = at + 2 < tokens.size() && tokens.get(at + 2).is("AS") ? at + 3 : at + 2;
            if (alias < tokens.size() && tokens.get(alias).isName()) {
                String name = tokens.get(alias).text().toLowerCase(Locale.ROOT);
                tableOfAlias.put(name, table);
                outermost = outermost == null && nested == 0 ? name : outermost;
            }
        }
    }

    /** Writes what begins at a token, and answers where to go on. */
    private int emit(int at) {
        Token token = tokens.get(at);
        depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        if (tableTokens.contains(at)) {
            String table = token.isSetting() ? required(token.text()) : token.text();
            append(token, names.quotedTable(table));
            return at + 1;
        }
        String table = tableOfAlias.get(token.text().toLowerCase(Locale.ROOT));
        if (table != null && at + 2 < tokens.size() && tokens.get(at + 1).is(".")) {
            qualified(token, table, tokens.get(at + 2));
            called(at + 2);
            compared(at);
            return at + 3;
        }
        if (derived.containsKey(token.text().toLowerCase(Locale.ROOT))) {
            compared(at);
        }
        if (token.kind() == Token.Kind.VARIABLE) {
            append(token, ":" + token.text().substring(1));
        } else if (token.isSetting()) {
            throw new IllegalStateException(name + " uses the setting " + token.text() + " without a table before it");
        } else {
            append(token, token.kind() == Token.Kind.QUOTED ? Names.quoted(token.text()) : token.text());
        }
        return at + 1;
    }

    private void qualified(Token alias, String table, Token column) {
        if (column.isSetting() && setting(column.text()) == null) {
            append(alias, "NULL");
            return;
        }
        if (column.is("*")) {
            append(alias, alias.text() + ".*");
            return;
        }
        columnsOfAlias
                .computeIfAbsent(alias.text().toLowerCase(Locale.ROOT), any -> new LinkedHashSet<>())
                .add(names.column(table, column.isSetting() ? required(column.text()) : column.text()));
        append(alias, alias.text() + "." + column(table, column));
    }

    /** {@code (SELECT a.Column AS name …) alias}: what a name of a subquery stands for. */
    private void findDerived() {
        Deque<Map<String, Joins.Column>> open = new ArrayDeque<>();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.is("(")) {
                open.push(new HashMap<>());
            } else if (token.is(")")) {
                Map<String, Joins.Column> columns = open.pop();
                if (at + 1 < tokens.size() && tokens.get(at + 1).isName()) {
                    derived.put(tokens.get(at + 1).text().toLowerCase(Locale.ROOT), columns);
                }
            } else if (!open.isEmpty()
                    && at + 4 < tokens.size()
                    && tokens.get(at + 1).is(".")
                    && tokens.get(at + 3).is("AS")) {
                Joins.Column column = joined(at);
                if (column != null) {
                    open.element().put(tokens.get(at + 4).text().toLowerCase(Locale.ROOT), column);
                }
            }
        }
    }

    /** Whether {@code alias.column = other.column} begins at a token. */
    private void compared(int at) {
        if (at + 6 < tokens.size()
                && tokens.get(at + 3).is("=")
                && tokens.get(at + 5).is(".")) {
            Joins.Column left = joined(at);
            Joins.Column right = joined(at + 4);
            if (left != null && right != null) {
                equalities.add(new Joins.Equality(left, right));
            }
        }
    }

    private Joins.@Nullable Column joined(int at) {
        String alias = tokens.get(at).text().toLowerCase(Locale.ROOT);
        Map<String, Joins.Column> subquery = derived.get(alias);
        if (subquery != null) {
            return subquery.get(tokens.get(at + 2).text().toLowerCase(Locale.ROOT));
        }
        String table = tableOfAlias.get(alias);
        Token token = tokens.get(at + 2);
        String column = token.isSetting() ? setting(token.text()) : token.text();
        return table == null || column == null ? null : new Joins.Column(alias, names.column(table, column));
    }

    /** A column of the result that is a column of a table. */
    private void called(int at) {
        boolean named =
                depth == 0 && at + 2 < tokens.size() && tokens.get(at + 1).is("AS");
        Token token = tokens.get(at);
        String column = token.isSetting() ? setting(token.text()) : token.text();
        if (named && column != null) {
            columns.putIfAbsent(tokens.get(at + 2).text(), column);
        }
    }

    private String column(String table, Token token) {
        String column = token.isSetting() ? required(token.text()) : token.text();
        uses.add(Use.of(token.isSetting() ? token.text() : null, column, names, table));
        return names.quotedColumn(table, column);
    }

    private @Nullable String setting(String key) {
        if (!settings.containsKey(key)) {
            throw new IllegalStateException(name + " uses the setting " + key + ", which there is not");
        }
        return settings.get(key);
    }

    private String required(String key) {
        String value = setting(key);
        if (value == null) {
            throw new IllegalStateException(name + " needs the setting " + key);
        }
        return value;
    }

    private void append(Token token, String text) {
        sql.append(token.spaced() ? " " : "").append(text);
    }
}
