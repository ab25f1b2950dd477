package io.severabridge.severa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.severabridge.failure.WrongSetUp;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchFormTest {
    private static PatchOperation to(String path, @Nullable Object value) {
        return PatchOperation.replace(path, value);
    }

    private static List<String> sent(PatchForm form, PatchOperation... operations) {
        return form.body(Arrays.asList(operations))
                .valueStream()
                .map(each -> {
                    assertThat(each.path("op").asString("")).isEqualTo("Replace");
                    return each.path("path").asString("") + " " + Json.MAPPER.writeValueAsString(each.get("value"));
                })
                .toList();
    }

    private static final PatchOperation[] EACH_KIND = {
        to("/name", "Fjord \"AS\""),
        to("/paymentTerm", 14),
        to("/overdueInterest", new BigDecimal("1E+2")),
        to("/isActive", true),
        to("/startDate", "2026-01-31"),
        to("/unitPrice", new Money(new BigDecimal("1200.50"), "NOK")),
        to("/owner/guid", "g"),
        to("/notes", null)
    };

    @Test
    void jsonSendsEachValueAsWhatItIs() {
        assertThat(sent(PatchForm.JSON, EACH_KIND))
                .containsExactly(
                        "/name \"Fjord \\\"AS\\\"\"",
                        "/paymentTerm 14",
                        "/overdueInterest 100",
                        "/isActive true",
                        "/startDate \"2026-01-31\"",
                        "/unitPrice {\"amount\":1200.50,\"currencyCode\":\"NOK\"}",
                        "/owner/guid \"g\"",
                        "/notes null");
    }

    @Test
    void textSendsTextsAndNullsAlone() {
        assertThat(sent(PatchForm.TEXT, EACH_KIND))
                .containsExactly(
                        "/name \"Fjord \\\"AS\\\"\"",
                        "/paymentTerm \"14\"",
                        "/overdueInterest \"100\"",
                        "/isActive \"true\"",
                        "/startDate \"2026-01-31\"",
                        "/unitPrice/amount \"1200.50\"",
                        "/unitPrice/currencyCode \"NOK\"",
                        "/owner/guid \"g\"",
                        "/notes null");
    }

    @Test
    void aReferenceIsEmptiedAsAWholeWhereItsGuidMayNotBe() {
        for (PatchForm form : PatchForm.values()) {
            assertThat(sent(
                            form,
                            to("/superiorUser/guid", null),
                            to("/businessUnit/guid", null),
                            to("/language/guid", null),
                            to("/superiorUser/guid", "g")))
                    .containsExactly(
                            "/superiorUser null",
                            "/businessUnit null",
                            "/language/guid null",
                            "/superiorUser/guid \"g\"");
        }
    }

    private static Refused refused(int status, String type, @Nullable String field, String message) {
        return new Refused(status, type, field, message, "PATCH /v1/users/1");
    }

    private static Refused form() {
        return refused(400, "InvalidRequest", null, "The body is not valid.");
    }

    @ParameterizedTest
    @CsvSource({
        "400,InvalidRequest,,The body is not valid.,true",
        "400,'',,HTTP 400,true",
        "400,InvalidParameter,value,is not valid,true",
        "400,InvalidParameter,paymentTerm,Error converting value \"14\",true",
        "422,'',,x,true",
        "415,'',,Unsupported,true",
        "400,InvalidParameter,name,name must have at most 50 characters.,false",
        "400,InvalidOperation,,The project is closed.,false",
        "400,InvalidParameter,name,Dispatch is no name that is free.,false",
        "400,InvalidOperation,patchwork,The JSON Patch document cannot be read.,true",
        "403,PermissionDenied,,no,false",
        "404,InvalidRequest,,Resource not found,false"
    })
    void aRefusalForTheFormIsNoneForTheContent(
            int status, String type, @Nullable String field, String message, boolean form) {
        assertThat(PatchForm.refuses(status, type, field, message)).isEqualTo(form);
    }

    @Test
    void threeFirstPatchesThatAreRefusedForTheirFormStopTheRun() {
        FirstPatches first = new FirstPatches(PatchForm.JSON);
        first.refused("PATCH /v1/users/1", form());
        first.refused("PATCH /v1/users/2", form());
        assertThatThrownBy(() -> first.refused("PATCH /v1/users/3", form()))
                .isInstanceOf(WrongSetUp.class)
                .hasMessage(
                        "Severa refused the first 3 changes for their form, the last one, PATCH /v1/users/3, with HTTP 400"
                                + " (The body is not valid.). severa.patch-values is json: try text; preflight --try-writes GUID tries both"
                                + " on a scratch record");
    }

    @Test
    void oneThatIsTakenOrUnderstoodLetsTheRunGoOn() {
        FirstPatches taken = new FirstPatches(PatchForm.JSON);
        FirstPatches understood = new FirstPatches(PatchForm.JSON);
        taken.taken();
        understood.refused("PATCH /v1/users/0", refused(400, "InvalidParameter", "name", "name is required."));
        for (int i = 0; i < 10; i++) {
            taken.refused("PATCH /v1/users/" + i, form());
            understood.refused("PATCH /v1/users/" + i, form());
        }
    }
}
