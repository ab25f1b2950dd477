package io.severabridge.sync.mapping;

import io.severabridge.severa.ListRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pure functions between the two shapes and the agreed record. A mapping that goes one way declares that way only.
 *
 * @param <A> the agreed record: what both systems mean, in normal form
 */
public final class RecordMapping<E extends Record, S extends Record, A extends Record> {
    private final Class<A> agreed;
    private final BiFunction<E, MappingContext, A> fromErp;
    private final BiFunction<S, MappingContext, A> fromSevera;
    private final @Nullable ToSevera<A> toSevera;
    private final @Nullable ToErp<E, A> toErp;
    private final BiFunction<A, MappingContext, Map<String, Object>> onCreate;
    private final Function<A, Map<String, Object>> addedBySevera;
    private final @Nullable OnErpCreate<S> onErpCreate;
    private final @Nullable Function<E, A> none;
    private final @Nullable BiFunction<A, String, ListRequest> lookUp;

    private RecordMapping(Builder<E, S, A> of) {
        agreed = of.agreed;
        fromErp = of.fromErp;
        fromSevera = of.fromSevera;
        toSevera = of.toSevera;
        toErp = of.toErp;
        onCreate = of.onCreate;
        addedBySevera = of.addedBySevera;
        onErpCreate = of.onErpCreate;
        none = of.none;
        lookUp = of.lookUp;
    }

    /** The request body for an agreed record. {@code parent} is the GUID of the record it belongs to, empty if none. */
    @FunctionalInterface
    public interface ToSevera<A> {
        Object body(A agreed, String parent, MappingContext context);
    }

    /** The columns for an agreed record. {@code now} is the row as it is; null for a new one. */
    @FunctionalInterface
    public interface ToErp<E, A> {
        ErpValues values(A agreed, @Nullable E now, MappingContext context);
    }

    /** Columns of new rows of the ERP; {@code parentKey} is the ERP's key of the record that it belongs to, 0 for none. */
    @FunctionalInterface
    public interface OnErpCreate<S> {
        Map<String, Object> columns(S record, String parentKey, MappingContext context);
    }

    /**
     * Begins a mapping that goes both ways.
     *
     * @param fromErp throws {@link io.severabridge.failure.Rejected} for what cannot be mapped
     * @param fromSevera never throws: what has no counterpart is kept as it is
     * @param toSevera the fields that are kept equal; null empties a field
     * @param toErp the columns that are kept equal; throws Rejected for what the ERP cannot hold
     */
    public static <E extends Record, S extends Record, A extends Record> Builder<E, S, A> bothWays(
            Class<A> agreed,
            BiFunction<E, MappingContext, A> fromErp,
            BiFunction<S, MappingContext, A> fromSevera,
            ToSevera<A> toSevera,
            ToErp<E, A> toErp) {
        return new Builder<>(agreed, fromErp, fromSevera, toSevera, toErp);
    }

    /** Begins a mapping of records that the ERP alone decides on. */
    public static <E extends Record, S extends Record, A extends Record> Builder<E, S, A> onlyToSevera(
            Class<A> agreed,
            BiFunction<E, MappingContext, A> fromErp,
            BiFunction<S, MappingContext, A> fromSevera,
            ToSevera<A> toSevera) {
        return new Builder<>(agreed, fromErp, fromSevera, toSevera, null);
    }

    /** Begins a mapping of records that Severa alone decides on; {@code fromSevera} may throw Rejected. */
    public static <E extends Record, S extends Record, A extends Record> Builder<E, S, A> onlyToErp(
            Class<A> agreed,
            BiFunction<E, MappingContext, A> fromErp,
            BiFunction<S, MappingContext, A> fromSevera,
            ToErp<E, A> toErp) {
        return new Builder<>(agreed, fromErp, fromSevera, null, toErp);
    }

    public Class<A> agreed() {
        return agreed;
    }

    /** Whether it goes that way. */
    public boolean goes(Direction direction) {
        return direction == Direction.TO_ERP ? toErp != null : toSevera != null;
    }

    public A fromErp(E row, MappingContext context) {
        return fromErp.apply(row, context);
    }

    public A fromSevera(S record, MappingContext context) {
        return fromSevera.apply(record, context);
    }

    /** The request body; empty where nothing goes to Severa. */
    public Object toSevera(A record, String parent, MappingContext context) {
        return toSevera == null ? Map.of() : toSevera.body(record, parent, context);
    }

    /** The columns; none where nothing goes to the ERP. */
    public ErpValues toErp(A record, @Nullable E now, MappingContext context) {
        return toErp == null ? new ErpValues() : toErp.values(record, now, context);
    }

    /** Fields that are sent on create only. */
    public Map<String, Object> onCreate(A record, MappingContext context) {
        return onCreate.apply(record, context);
    }

    /** What Severa adds to a new record by itself. */
    public Map<String, Object> addedBySevera(A record) {
        return addedBySevera.apply(record);
    }

    /** Columns of new rows only. */
    public Map<String, Object> onErpCreate(S record, String parentKey, MappingContext context) {
        return onErpCreate == null ? Map.of() : onErpCreate.columns(record, parentKey, context);
    }

    public boolean hasOnErpCreate() {
        return onErpCreate != null;
    }

    /** Whether either side may have no record. */
    public boolean mayBeMissing() {
        return none != null;
    }

    /** What no record is as a value, for that row. */
    public A none(E row) {
        return Objects.requireNonNull(none, "nothing is declared for no record").apply(row);
    }

    public boolean hasLookUp() {
        return lookUp != null;
    }

    /** The list that would hold the record if an uncertain create has reached Severa. */
    public ListRequest lookUp(A record, String parentGuid) {
        return Objects.requireNonNull(lookUp, "no look-up declared").apply(record, parentGuid);
    }

    /** Collects what is said of a mapping. */
    public static final class Builder<E extends Record, S extends Record, A extends Record> {
        private final Class<A> agreed;
        private final BiFunction<E, MappingContext, A> fromErp;
        private final BiFunction<S, MappingContext, A> fromSevera;
        private final @Nullable ToSevera<A> toSevera;
        private final @Nullable ToErp<E, A> toErp;
        private BiFunction<A, MappingContext, Map<String, Object>> onCreate = (agreed, context) -> Map.of();
        private Function<A, Map<String, Object>> addedBySevera = agreed -> Map.of();
        private @Nullable OnErpCreate<S> onErpCreate;
        private @Nullable Function<E, A> none;
        private @Nullable BiFunction<A, String, ListRequest> lookUp;

        private Builder(
                Class<A> agreed,
                BiFunction<E, MappingContext, A> fromErp,
                BiFunction<S, MappingContext, A> fromSevera,
                @Nullable ToSevera<A> toSevera,
                @Nullable ToErp<E, A> toErp) {
            this.agreed = agreed;
            this.fromErp = fromErp;
            this.fromSevera = fromSevera;
            this.toSevera = toSevera;
            this.toErp = toErp;
        }

        /** Fields that are sent on create only. */
        public Builder<E, S, A> onCreate(BiFunction<A, MappingContext, Map<String, Object>> fields) {
            onCreate = fields;
            return this;
        }

        /** What Severa adds to a new record by itself and later steps look at: a rehearsal answers it. */
        public Builder<E, S, A> addedBySevera(Function<A, Map<String, Object>> fields) {
            addedBySevera = fields;
            return this;
        }

        /** Columns of new rows only; takes the ERP's key of the record that it belongs to. */
        public Builder<E, S, A> onErpCreate(OnErpCreate<S> columns) {
            onErpCreate = columns;
            return this;
        }

        /**
         * Either side may have no record, and that is a value like any other: emptied in the ERP, the linked record is deleted
         * in Severa; gone in Severa, the ERP's columns are emptied.
         */
        public Builder<E, S, A> mayBeMissing(Function<E, A> noRecord) {
            none = noRecord;
            return this;
        }

        /** The shortest list that would hold the record if an uncertain create has reached Severa. */
        public Builder<E, S, A> lookedUpIn(BiFunction<A, String, ListRequest> list) {
            lookUp = list;
            return this;
        }

        public RecordMapping<E, S, A> build() {
            return new RecordMapping<>(this);
        }
    }
}
