package io.severabridge.soak;

import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One line of the mapping page, written down a second time and apart from the program: how a field is read and set by the
 * users of either system, in one spelling; empty text for none.
 *
 * @param keptWhenEmpty where the ERP has none, Severa's own stands
 * @param toErp columns with values
 * @param toSevera paths of a patch with JSON values
 * @param value a new one, which may be empty
 */
record Field(
        String name,
        boolean keptWhenEmpty,
        Function<Map<String, String>, String> erp,
        Function<String, Map<String, Object>> toErp,
        Function<JsonNode, String> severa,
        Function<String, Map<String, String>> toSevera,
        BiFunction<Random, Map<String, String>, String> value) {}
