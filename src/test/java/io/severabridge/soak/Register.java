package io.severabridge.soak;

import io.severabridge.company.Company.Master;
import java.util.List;

/**
 * Records that both systems keep.
 *
 * @param rows a query of the ERP; its first column is the key
 * @param guid the column that holds the GUID; empty where records are told apart by {@code code}
 */
record Register(
        String name,
        String table,
        String key,
        String rows,
        String guid,
        String resource,
        Master master,
        List<Field> fields) {}
