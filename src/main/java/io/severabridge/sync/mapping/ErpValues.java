package io.severabridge.sync.mapping;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What columns of the ERP are to hold, by the parameters of the statements that write them; 0 and '' mean none. */
public final class ErpValues {
    private final Map<String, Object> values = new LinkedHashMap<>();

    public ErpValues with(String parameter, String text) {
        values.put(parameter, text);
        return this;
    }

    public ErpValues with(String parameter, long number) {
        values.put(parameter, number);
        return this;
    }

    public ErpValues with(String parameter, BigDecimal number) {
        values.put(parameter, number);
        return this;
    }

    /** The values by parameter. */
    public Map<String, Object> all() {
        return Collections.unmodifiableMap(values);
    }
}
