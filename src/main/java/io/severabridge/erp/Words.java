package io.severabridge.erp;

import java.util.Set;

/** Words of T-SQL that cannot be a name unless they stand in brackets. */
final class Words {
    static final Set<String> KEYWORDS = Set.of(
            "ALL", "AND", "ANY", "APPLY", "AS", "ASC", "BETWEEN", "BY", "CASE", "COLLATE", "CROSS", "DELETE", "DESC",
            "DISTINCT", "ELSE", "END", "ESCAPE", "EXCEPT", "EXISTS", "FETCH", "FIRST", "FOR", "FROM", "FULL", "GROUP",
            "HAVING", "IN", "INNER", "INSERT", "INTERSECT", "INTO", "IS", "JOIN", "LEFT", "LIKE", "NEXT", "NOT",
            "NULL", "OFFSET", "ON", "ONLY", "OPTION", "OR", "ORDER", "OUTER", "OUTPUT", "OVER", "PARTITION", "PERCENT",
            "RIGHT", "ROW", "ROWS", "SELECT", "SET", "SOME", "THEN", "TOP", "UNION", "UPDATE", "USING", "VALUES",
            "WHEN", "WHERE", "WITH");

    private Words() {}
}
