package io.severabridge.erp.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The smallest part of T-SQL that has a meaning; comments are none.
 *
 * @param text without the brackets of a bracketed name, otherwise as written
 * @param spaced whether white space or a comment stood before it
 */
record Token(Kind kind, String text, boolean spaced, int line) {

    enum Kind {
        /** A name or a keyword. */
        WORD,
        /** A name in brackets or double quotes. */
        QUOTED,
        /** A variable, with its {@code @}. */
        VARIABLE,
        NUMBER,
        /** A text literal, with its quotes. */
        TEXT,
        SYMBOL
    }

    /** @throws IllegalArgumentException for what never ends: a literal, a name, a comment */
    static List<Token> of(String sql) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        int line = 1;
        boolean spaced = false;
        while (at < sql.length()) {
            int end = gapEnd(sql, at, line);
            if (end > at) {
                spaced = true;
            } else {
                end = end(sql, at, line);
                tokens.add(token(sql.substring(at, end), spaced, line));
                spaced = false;
            }
            line += (int) sql.substring(at, end).chars().filter(c -> c == '\n').count();
            at = end;
        }
        return tokens;
    }

    /** Whether it is this keyword, or this symbol. */
    boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    /** Whether it can be the name of something. */
    boolean isName() {
        return kind == Kind.QUOTED
                || (kind == Kind.WORD && !TsqlKeywords.KEYWORDS.contains(text.toUpperCase(Locale.ROOT)));
    }

    /** Whether it names a setting of the company instead of a column or table. */
    boolean isSetting() {
        return kind == Kind.QUOTED && (text.indexOf('.') >= 0 || text.indexOf('-') >= 0);
    }

    private static Token token(String text, boolean spaced, int line) {
        char first = text.charAt(0);
        if (first == '[') {
            return new Token(Kind.QUOTED, text.substring(1, text.length() - 1).replace("]]", "]"), spaced, line);
        }
        if (first == '"') {
            return new Token(Kind.QUOTED, text.substring(1, text.length() - 1).replace("\"\"", "\""), spaced, line);
        }
        return new Token(kind(text, first), text, spaced, line);
    }

    private static Kind kind(String text, char first) {
        if (text.endsWith("'")) {
            return Kind.TEXT;
        }
        if (first == '@' && text.length() > 1) {
            return Kind.VARIABLE;
        }
        if (Character.isDigit(first)) {
            return Kind.NUMBER;
        }
        return isWordPart(first) ? Kind.WORD : Kind.SYMBOL;
    }

    /** The end of white space or of a comment at this place, or the place itself. */
    private static int gapEnd(String sql, int at, int line) {
        int end = at;
        while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
            end++;
        }
        if (end == at && sql.startsWith("--", at)) {
            int newLine = sql.indexOf('\n', at);
            return newLine < 0 ? sql.length() : newLine;
        }
        if (end == at && sql.startsWith("/*", at)) {
            return blockCommentEnd(sql, at, line);
        }
        return end;
    }

    /** T-SQL nests them. */
    private static int blockCommentEnd(String sql, int at, int line) {
        int depth = 0;
        int end = at;
        do {
            if (end + 2 > sql.length()) {
                throw new IllegalArgumentException("the comment that begins in line " + line + " never ends");
            }
            depth += sql.startsWith("/*", end) ? 1 : sql.startsWith("*/", end) ? -1 : 0;
            end += sql.startsWith("/*", end) || sql.startsWith("*/", end) ? 2 : 1;
        } while (depth > 0);
        return end;
    }

    private static int end(String sql, int at, int line) {
        char first = sql.charAt(at);
        if (first == '\'' || first == '"') {
            return quotedEnd(sql, at, first, line);
        }
        if (first == '[') {
            return quotedEnd(sql, at, ']', line);
        }
        if ((first == 'N' || first == 'n') && sql.startsWith("'", at + 1)) {
            return quotedEnd(sql, at + 1, '\'', line);
        }
        int end = at + 1;
        if (isWordPart(first)) {
            boolean number = Character.isDigit(first);
            while (end < sql.length() && (isWordPart(sql.charAt(end)) || (number && sql.charAt(end) == '.'))) {
                end++;
            }
        }
        return end;
    }

    /** A doubled closing quote stands for itself. */
    private static int quotedEnd(String sql, int at, char close, int line) {
        for (int end = at + 1; end < sql.length(); end++) {
            if (sql.charAt(end) == close) {
                if (end + 1 == sql.length() || sql.charAt(end + 1) != close) {
                    return end + 1;
                }
                end++;
            }
        }
        throw new IllegalArgumentException("the " + sql.charAt(at) + " in line " + line + " is never closed");
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '#' || c == '$';
    }
}
