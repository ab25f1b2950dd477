package io.severabridge.check;

import io.severabridge.company.Company;
import io.severabridge.failure.Unavailable;
import io.severabridge.failure.WrongSetUp;
import io.severabridge.report.ReportPage;
import io.severabridge.report.ReportPage.Mood;
import io.severabridge.report.ReportPage.Table;
import io.severabridge.severa.Json;
import io.severabridge.severa.ListRequest;
import io.severabridge.severa.ListRequest.Paging;
import io.severabridge.severa.Money;
import io.severabridge.severa.PatchForm;
import io.severabridge.severa.PatchOperation;
import io.severabridge.severa.Refused;
import io.severabridge.severa.SeveraClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tries in which form Severa takes the values of a change, on one record that people have set aside for it: each kind of value
 * there, emptied, and back to what it was.
 */
public final class TryWrites {
    private static final String TAKEN = "taken";
    private static final String AS_IT_WAS = "as it was";
    private static final String NO_OTHER = "not tried: Severa has no other value for it";

    /** A field, the kind of its value, and values to try: the first that is another than the present one is taken. */
    private record Trial(String kind, String path, List<Object> values) {
        String field() {
            return path.split("/", -1)[1];
        }

        boolean reference() {
            return path.endsWith("/guid");
        }
    }

    private final Company company;
    private final SeveraClient severa;

    public TryWrites(Company company, SeveraClient severa) {
        this.company = company;
        this.severa = severa;
    }

    /** What was found, and whether the company's form is taken as a whole. */
    public record Result(ReportPage sheet, boolean fits) {}

    /**
     * Tries both forms.
     *
     * @throws WrongSetUp if there is no such customer or product
     */
    public Result run(String guid) {
        if (!guid.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")) {
            throw new WrongSetUp(
                    "--try-writes: \"" + guid + "\" is no GUID; name a customer or product of Severa that is set"
                            + " aside for tests, such as 0a1b2c3d-0000-0000-0000-000000000000");
        }
        String path = "/v1/customers/" + guid;
        List<Trial> trials = new ArrayList<>();
        if (exists(path)) {
            trials.add(new Trial("text", "/website", List.of("severa-bridge.example", "severa-bridge.test")));
            trials.add(new Trial("number", "/paymentTerm", List.of(14, 15)));
            trials.add(new Trial("reference", "/language/guid", languages()));
        } else {
            path = "/v1/products/" + guid;
            if (!exists(path)) {
                throw new WrongSetUp("--try-writes: Severa has neither a customer nor a product with the GUID " + guid);
            }
            String currency = company.erp().homeCurrency();
            trials.add(new Trial("text", "/measurementUnit", List.of("hr", "pc")));
            trials.add(new Trial(
                    "money",
                    "/unitPrice",
                    List.of(
                            new Money(new BigDecimal("1234.5"), currency),
                            new Money(new BigDecimal("1234.25"), currency))));
        }
        PatchForm own = PatchForm.valueOf(company.severa().patchValues().name());
        PatchForm other = other(own);
        List<List<String>> rows = new ArrayList<>();
        boolean ownFits = tried(own, path, trials, rows);
        boolean otherFits = tried(other, path, trials, rows);
        return new Result(sheet(path, own, ownFits, otherFits ? other : null, rows), ownFits);
    }

    private List<Object> languages() {
        List<Object> guids = new ArrayList<>();
        severa.list(
                ListRequest.of("/v1/localization/languages", Paging.NONE),
                JsonNode.class,
                language -> guids.add(language.path("guid").asString("")));
        return guids;
    }

    private boolean exists(String path) {
        try {
            read(path);
            return true;
        } catch (Refused refused) {
            if (refused.notFound()) {
                return false;
            }
            throw refused;
        }
    }

    private JsonNode read(String path) {
        return severa.get(path, JsonNode.class);
    }

    private boolean tried(PatchForm form, String path, List<Trial> trials, List<List<String>> rows) {
        SeveraClient writing = severa.writing(form);
        boolean fits = true;
        for (Trial trial : trials) {
            Object before = value(trial, read(path));
            Object there = trial.values().stream()
                    .filter(each -> !same(each, before))
                    .findFirst()
                    .orElse(null);
            if (there == null) {
                // An organisation with one language.
                rows.add(List.of(form.toString(), trial.kind(), trial.field(), NO_OTHER, "not tried", AS_IT_WAS));
                continue;
            }
            String changed = "";
            String emptied = "not tried";
            try {
                changed = sent(writing, path, trial, there);
                if (changed.equals(TAKEN)) {
                    emptied = sent(writing, path, trial, null);
                }
            } finally {
                String back = setBack(form, path, trial, before);
                rows.add(List.of(form.toString(), trial.kind(), trial.field(), changed, emptied, back));
                fits &= changed.equals(TAKEN) && emptied.equals(TAKEN) && back.equals(AS_IT_WAS);
            }
        }
        return fits;
    }

    /** In the form that is tried, else in the other one: the record is not to stay changed. */
    private String setBack(PatchForm form, String path, Trial trial, @Nullable Object before) {
        String byHand = trial.field() + " of " + path + " was " + before + ": set it back by hand";
        try {
            if (same(before, value(trial, read(path)))) {
                return AS_IT_WAS;
            }
            String back = sent(severa.writing(form), path, trial, before);
            if (back.equals(TAKEN)) {
                return AS_IT_WAS;
            }
            PatchForm other = other(form);
            boolean byOther = sent(severa.writing(other), path, trial, before).equals(TAKEN);
            return (byOther ? "by " + other + " only" : "NOT SET BACK, " + byHand) + "; " + back;
        } catch (Unavailable e) {
            throw new Unavailable(e.getMessage() + "; " + byHand, e);
        }
    }

    private static PatchForm other(PatchForm form) {
        return form == PatchForm.JSON ? PatchForm.TEXT : PatchForm.JSON;
    }

    /** What came of a patch, by what the record is then. */
    private String sent(SeveraClient writing, String path, Trial trial, @Nullable Object value) {
        try {
            writing.patch(path, List.of(PatchOperation.replace(trial.path(), value)));
        } catch (Refused refused) {
            return "refused, HTTP " + refused.status() + ": " + refused.getMessage();
        }
        Object now = value(trial, read(path));
        return same(value, now) ? TAKEN : "accepted the change, but the field is " + now;
    }

    private static @Nullable Object value(Trial trial, JsonNode record) {
        JsonNode value = record.path(trial.field());
        if (trial.reference()) {
            value = value.path("guid");
        }
        if (value.isObject()) {
            Money money = Json.MAPPER.treeToValue(value, Money.class);
            return money.amount() == null ? null : money;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return value.isString() && !value.asString().isEmpty() ? value.asString() : null;
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        if (one instanceof Money a && other instanceof Money b) {
            return same(a.amount(), b.amount()) && same(a.currencyCode(), b.currencyCode());
        }
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return one.toString().toLowerCase(Locale.ROOT).equals(other.toString().toLowerCase(Locale.ROOT));
    }

    private ReportPage sheet(
            String path, PatchForm own, boolean ownFits, @Nullable PatchForm better, List<List<String>> rows) {
        String verdict = ownFits
                ? "Severa takes what severa.patch-values: " + own + " sends"
                : better != null
                        ? "set severa.patch-values: " + better + "; Severa does not take all that " + own + " sends"
                        : "Severa takes neither form as a whole; the table shows its answers";
        return new ReportPage(
                "try-writes",
                "Trial of changes",
                company.name(),
                ownFits ? Mood.GOOD : Mood.BAD,
                verdict,
                List.of("on " + path),
                List.of(new Table(
                        "Changes",
                        "",
                        List.of("form", "kind of value", "field", "another value", "emptied", "set back"),
                        rows)));
    }
}
