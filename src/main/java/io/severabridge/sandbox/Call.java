package io.severabridge.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request below {@code /rest-api}. {@code path} begins with {@code /v1}. */
record Call(String method, String path, Map<String, List<String>> query, String body) {
    static Call of(String method, String rawPath, @Nullable String rawQuery, String body) {
        String path = rawPath.replaceFirst("^/rest-api", "").replaceFirst("^/v1\\.0(?=/|$)", "/v1");
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            int equals = pair.indexOf('=');
            // Some clients write lists so.
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals)).replaceFirst("\\[]$", "");
            query.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return new Call(method, path, query, body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Nullable
    String parameter(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The same call with another value of a parameter. */
    Call with(String name, String value) {
        Map<String, List<String>> other = new LinkedHashMap<>(query);
        other.put(name, List.of(value));
        return new Call(method, path, other, body);
    }

    /** The path's parts behind the version. */
    String[] parts() {
        return path.replaceFirst("^/v1/", "").split("/");
    }

    boolean writes() {
        return !method.equals("GET") && !path.endsWith("token") && !path.startsWith("/v1/guids/");
    }
}
