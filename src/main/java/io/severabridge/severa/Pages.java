package io.severabridge.severa;

import io.severabridge.failure.Unavailable;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One list, read to its end page by page. A list that is paged by offset may shift meanwhile, when a record of an earlier page is
 * deleted: so each page begins with a row that is known already, and where it does not, reading goes back until it does.
 */
final class Pages {
    /** The API document's largest page. */
    private static final int PAGE = 100;

    /** How many pages may bring nothing that is new before the list is said to have no end. */
    private static final int IDLE = 100;

    /** One call for a page; {@code query} are all its parameters. */
    interface Calls {
        Answers.Whole page(Map<String, List<String>> query, Answers.Due due);
    }

    private final ListRequest request;
    private final Calls calls;

    Pages(ListRequest request, Calls calls) {
        this.request = request;
        this.calls = calls;
    }

    /** Hands on each row once; answers the time of the first answer. */
    Instant read(Consumer<JsonNode> each) {
        return switch (request.paging()) {
            case TOKEN -> byToken(each);
            case OFFSET -> byOffset(each);
            case NONE -> {
                Answers.Whole all = calls.page(request.query(), Answers.LIST);
                all.body().forEach(each);
                yield all.at();
            }
        };
    }

    private Instant byToken(Consumer<JsonNode> each) {
        Set<String> tokens = new HashSet<>();
        Instant start = null;
        String token = null;
        do {
            Map<String, List<String>> query = paged();
            if (token != null) {
                query.put("pageToken", List.of(token));
            }
            Answers.Whole page = calls.page(query, Answers.LIST.and(answer -> {
                String next = next(answer);
                return next != null && tokens.contains(next) ? "a NextPageToken that it has answered before" : null;
            }));
            start = start == null ? page.at() : start;
            page.body().forEach(each);
            token = next(page.answer());
            if (token != null) {
                tokens.add(token);
            }
        } while (token != null);
        return start;
    }

    private static @Nullable String next(Http.Answer answer) {
        String token = answer.headers().getFirst("NextPageToken");
        return token == null || token.isEmpty() ? null : token;
    }

    /** It ends where nothing follows the last row that is known: a short page may be followed by another one. */
    private Instant byOffset(Consumer<JsonNode> each) {
        Set<String> known = new HashSet<>();
        Instant start = null;
        String top = null;
        int idle = 0;
        for (int first = 0; ; ) {
            Map<String, List<String>> query = paged();
            if (first > 0) {
                query.put("firstRow", List.of(String.valueOf(first)));
            }
            Answers.Whole page = calls.page(query, Answers.LIST);
            start = start == null ? page.at() : start;
            JsonNode rows = page.body();
            String head = rows.isEmpty() ? null : identity(rows.get(0));
            boolean fits = first == 0 || (head != null && known.contains(head));
            int news = fits ? hand(rows, known, each) : 0;
            if (news == 0 && ++idle > IDLE) {
                throw new Unavailable("Severa: the list " + request.path()
                        + " does not end, or keeps changing while it is" + " read: try again when nobody works on it");
            }
            // A list that does not know firstRow answers its beginning again.
            boolean again = first > 0 && rows.size() < PAGE && head != null && head.equals(top);
            if (fits && news == 0 && (rows.size() <= 1 || again)) {
                return start;
            }
            top = first == 0 ? head : top;
            first = fits ? first + rows.size() - 1 : Math.max(0, first - (PAGE - 1));
        }
    }

    /** Those that were not handed on before; how many there were. */
    private static int hand(JsonNode rows, Set<String> known, Consumer<JsonNode> each) {
        int news = 0;
        for (JsonNode row : rows) {
            if (known.add(identity(row))) {
                each.accept(row);
                news++;
            }
        }
        return news;
    }

    private static String identity(JsonNode row) {
        return row.path("guid").asString(row.toString());
    }

    private Map<String, List<String>> paged() {
        Map<String, List<String>> query = new LinkedHashMap<>(request.query());
        query.put("rowCount", List.of(String.valueOf(PAGE)));
        return query;
    }
}
