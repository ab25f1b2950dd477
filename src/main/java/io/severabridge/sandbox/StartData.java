package io.severabridge.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What an organisation has before anybody has entered anything. */
final class StartData {
    /** ISO code, name, rate against the organisation's currency, symbol. */
    private static final List<List<String>> CURRENCIES = List.of(
            List.of("NOK", "Norwegian krone", "1", "kr"),
            List.of("SEK", "Swedish krona", "1.018913", "kr"),
            List.of("DKK", "Danish krone", "1.485139", "kr"),
            List.of("EUR", "Euro", "11.098", "€"),
            List.of("USD", "US dollar", "9.498459", "$"),
            List.of("GBP", "Pound sterling", "12.747823", "£"),
            List.of("CHF", "Swiss franc", "12.008223", "CHF"),
            List.of("CAD", "Canadian dollar", "6.860357", "$"),
            List.of("BRL", "Brazilian real", "1.889343", "R$"),
            List.of("MXN", "Mexican peso", "0.546153", "$"),
            List.of("PLN", "Polish zloty", "2.608655", "zł"));

    private static final List<String> LANGUAGES = List.of(
            "nb-NO", "sv-SE", "da-DK", "fi-FI", "en-GB", "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-PT", "pl-PL");

    private final Api api;

    StartData(Api api) {
        this.api = api;
    }

    void enter() {
        CURRENCIES.forEach(this::currency);
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            api.seed(
                    "countries",
                    object("code2", code)
                            .put("code3", country.getISO3Country())
                            .put("name", country.getDisplayCountry(Locale.ENGLISH))
                            .put("englishName", country.getDisplayCountry(Locale.ENGLISH)));
        }
        for (String tag : LANGUAGES) {
            String name = Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
            api.seed("languages", object("code", tag).put("name", name).put("englishName", name));
        }
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put("Lead", "InProgress");
        statuses.put("Won", "Won");
        statuses.put("Lost", "Lost");
        statuses.forEach((name, state) ->
                api.seed("salesstatustypes", object("name", name).put("salesState", state)));
        Map<String, String> communications = new LinkedHashMap<>();
        communications.put("Work e-mail", "EmailAddress");
        communications.put("Work phone", "Phone");
        communications.put("Mobile", "MobilePhone");
        communications.put("Fax", "Fax");
        communications.forEach((name, type) ->
                api.seed("communicationtypes", object("name", name).put("type", type)));
        String main = api.seed("marketsegments", object("name", "Account set"))
                .path("guid")
                .asString();
        for (String name : List.of("Innland", "EU", "Eksport")) {
            ObjectNode segment = object("name", name);
            segment.putObject("parentMarketSegment").put("guid", main);
            api.seed("marketsegments", segment);
        }
        api.seed("worktypes", object("name", "Consulting").put("code", "T100"));
        api.seed("worktypes", object("name", "Project management").put("code", "T110"));
        api.seed(
                "travelexpensetypes",
                object("name", "Travel").put("code", "R200").put("expenseClass", "OtherTravelExpense"));
        for (int percentage : new int[] {0, 12, 15, 25}) {
            api.seed(
                    "vatrates",
                    object("code", String.valueOf(percentage))
                            .put("percentage", percentage)
                            .put("isDefault", percentage == 25));
        }
        List<String> invoices = List.of("Draft", "Approved", "Transferred", "Transfer failed", "Paid");
        for (int place = 0; place < invoices.size(); place++) {
            String name = invoices.get(place);
            api.seed(
                    "invoicestatuses",
                    object("name", name)
                            .put("sortOrder", place)
                            .put("isReadOnly", place > 0)
                            .put("hasInvoiceNumber", place > 0)
                            .put("isSent", name.equals("Transferred") || name.equals("Paid"))
                            .put("isPaid", name.equals("Paid")));
        }
        settings();
        api.seed("overtimes", object("name", "Overtime 50 %").put("code", "50").put("percentage", 50));
        for (String profile : List.of("Administrator", "Employee")) {
            api.seed("permissionprofiles", object("name", profile));
        }
        api.seed("businessunits", object("name", "Organisation"));
        api.seed(
                "users",
                object("firstName", "API")
                        .put("lastName", "User")
                        .put("email", "api@sandbox.example")
                        .put("userType", "FullUser"));
    }

    private void settings() {
        ObjectNode settings = object("workHourApprovalMode", "RequiredForInvoicing")
                .put("nextProjectNumber", 90_001)
                .put("lastProjectNumber", 90_000)
                .put("nextCustomerNumber", 90_001)
                .put("lastCustomerNumber", 90_000)
                .put("nextInvoiceNumber", 5_001)
                .put("lastInvoiceNumber", 5_000)
                .put("paymentTerm", 14);
        settings.putArray("workWeek");
        api.seed("organizationsettings", settings);
        api.seed("organizationdetails", Store.JSON.createObjectNode().put("name", "Sandbox"));
    }

    private void currency(List<String> currency) {
        ObjectNode record = object("code", currency.get(0))
                .put("name", currency.get(1))
                .put("rate", new java.math.BigDecimal(currency.get(2)))
                .put("symbol", currency.get(3))
                .put("isOrganizationCurrency", currency.get(0).equals("NOK"));
        api.seed("currencies", record);
    }

    private static ObjectNode object(String field, String value) {
        return Store.JSON.createObjectNode().put(field, value);
    }
}
