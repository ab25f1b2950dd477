package io.severabridge.erp.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text of an UPDATE or INSERT apart: {@code UPDATE t SET column = value, … WHERE column = @key} or
 * {@code INSERT INTO t (column, …) VALUES (value, …)}, a value being a variable or a literal.
 */
final class WriteResolution {
    private final String name;
    private final List<Token> tokens;
    private final Names names;
    private final Map<String, @Nullable String> settings;
    private final Set<Use> uses = new LinkedHashSet<>();
    private final List<WriteStatement.Value> values = new ArrayList<>();
    private int at;
    private String table = "";

    WriteResolution(String name, String text, Names names, Map<String, @Nullable String> settings) {
        this.name = name;
        this.tokens = Token.of(text);
        this.names = names;
        this.settings = settings;
    }

    WriteStatement statement(Stamp stamp) {
        String where = "";
        if (tokens.get(0).is("UPDATE")) {
            at = 1;
            readTable();
            expect("SET");
            assignments();
            expect("WHERE");
            where = condition();
        } else {
            expect("INSERT");
            expect("INTO");
            readTable();
            insert();
        }
        return new WriteStatement(
                name, table, names.table(table), names.quotedTable(table), values, where, uses, stamp);
    }

    private void readTable() {
        Token token = tokens.get(at++);
        String chosen = token.isSetting() ? setting(token.text()) : token.text();
        if (chosen == null) {
            throw new IllegalStateException(name + " needs the setting " + token.text());
        }
        table = chosen;
    }

    private void assignments() {
        do {
            Token column = tokens.get(at++);
            expect("=");
            value(column, tokens.get(at++));
        } while (taken(","));
    }

    private void insert() {
        List<Token> columns = new ArrayList<>();
        expect("(");
        do {
            columns.add(tokens.get(at++));
        } while (taken(","));
        expect(")");
        expect("VALUES");
        expect("(");
        for (Token column : columns) {
            value(column, tokens.get(at++));
            taken(",");
        }
        expect(")");
    }

    /** A column that the company has not chosen gets nothing; one that two settings choose is written once. */
    private void value(Token column, Token value) {
        String chosen = column.isSetting() ? setting(column.text()) : column.text();
        if (chosen == null) {
            return;
        }
        String physical = use(column, chosen);
        boolean there = values.stream().anyMatch(other -> other.physicalColumn().equalsIgnoreCase(physical));
        if (there) {
            return;
        }
        boolean parameter = value.kind() == Token.Kind.VARIABLE;
        values.add(new WriteStatement.Value(
                chosen, physical, parameter ? value.text().substring(1) : null, parameter ? null : value.text()));
    }

    private String use(Token token, String column) {
        String physical = names.column(table, column);
        uses.add(Use.of(token, column, names, table));
        return physical;
    }

    private String condition() {
        StringBuilder where = new StringBuilder();
        for (; at < tokens.size() && !tokens.get(at).is(";"); at++) {
            Token token = tokens.get(at);
            where.append(where.isEmpty() ? "" : " ");
            if (token.kind() == Token.Kind.VARIABLE) {
                where.append(':').append(token.text().substring(1));
            } else if (token.isName()
                    && !(at + 1 < tokens.size() && tokens.get(at + 1).is("("))) {
                String chosen = token.isSetting() ? setting(token.text()) : token.text();
                where.append(Names.quoted(use(token, Objects.requireNonNull(chosen, name))));
            } else {
                where.append(token.text());
            }
        }
        return where.toString();
    }

    private @Nullable String setting(String key) {
        if (!settings.containsKey(key)) {
            throw new IllegalStateException(name + " uses the setting " + key + ", which there is not");
        }
        return settings.get(key);
    }

    private boolean taken(String symbol) {
        if (at < tokens.size() && tokens.get(at).is(symbol)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!taken(word)) {
            throw new IllegalStateException(name + ": " + word + " expected"
                    + (at < tokens.size() ? ", line " + tokens.get(at).line() : ""));
        }
    }
}
