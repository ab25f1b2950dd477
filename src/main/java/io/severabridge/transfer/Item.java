package io.severabridge.transfer;

/** What a step reads: a row of the ERP, or a record of Severa that the ERP may not have. */
sealed interface Item<E extends Record, S extends Record> {
    record Row<E extends Record, S extends Record>(E row) implements Item<E, S> {}

    record Newcomer<E extends Record, S extends Record>(S severa) implements Item<E, S> {}
}
