package io.severabridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.ledger.Rejects;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
    private static final Rejects.Row REJECT =
            Sample.reject("customer 10001 Fjord AS", "unknown-country", "Ctry", "999", "no such country");

    private static final Rejects.Row DEPENDENT =
            Sample.reject("contact 200 Ola", "depends-on-rejected", "customer", "10001", "it was rejected");

    private static List<Element> all(Element in, String name) {
        NodeList found = in.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .toList();
    }

    private static Element junit(Report report) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.of(report))))
                .getDocumentElement();
    }

    @Test
    void eachSuiteSaysHowManyCasesOfWhichKindItHas() throws ParserConfigurationException, IOException, SAXException {
        List<Report> reports = List.of(
                Sample.report(REJECT),
                Sample.failed(),
                Report.of("fjord", Sample.START, Sample.result(3, "Severa is away"), List.of(REJECT, DEPENDENT)));
        for (Report report : reports) {
            assertThat(all(junit(report), "testsuite")).isNotEmpty().allSatisfy(suite -> {
                for (Map.Entry<String, String> count : Map.of(
                                "tests", "testcase", "failures", "failure", "errors", "error", "skipped", "skipped")
                        .entrySet()) {
                    assertThat(suite.getAttribute(count.getKey()))
                            .as(suite.getAttribute("name") + " " + count.getKey())
                            .isEqualTo(
                                    String.valueOf(all(suite, count.getValue()).size()));
                }
                assertThat(suite.getAttribute("time")).matches("\\d+\\.\\d{3}");
                assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-04-13T02:00:00");
            });
        }
    }

    @Test
    void aTransferIsASuiteWithACaseForEachPartAndAFailedOneForEachReject()
            throws ParserConfigurationException, IOException, SAXException {
        Element suite = all(junit(Sample.report(REJECT)), "testsuite").stream()
                .filter(each -> each.getAttribute("name").equals("customer-to-severa"))
                .findFirst()
                .orElseThrow();
        List<Element> cases = all(suite, "testcase");
        assertThat(cases.stream().map(each -> each.getAttribute("name")))
                .containsExactly("customer-to-severa", "customer-to-severa/market-segment", "customer 10001 Fjord AS");
        assertThat(cases)
                .allSatisfy(each ->
                        assertThat(each.getAttribute("classname")).isEqualTo("fjord.nightly.customer-to-severa"));
        assertThat(cases.get(0).getTextContent()).contains("read 1000, created 990", "conflicts 2, calls 1000");
        assertThat(all(cases.get(1), "skipped").get(0).getAttribute("message")).isEqualTo("not finished: FAILED");
        assertThat(all(cases.get(2), "failure").get(0).getAttribute("message"))
                .isEqualTo("unknown-country: no such country");
    }

    @Test
    void aFailedJobIsAnErrorOfItsOwnSuite() throws ParserConfigurationException, IOException, SAXException {
        Element suite = all(junit(Sample.failed()), "testsuite").get(0);
        assertThat(suite.getAttribute("name")).isEqualTo("nightly");
        assertThat(all(suite, "error").get(0).getAttribute("message"))
                .isEqualTo("Severa: no connection to severa.example");
    }

    @Test
    void jsonHoldsTheFiguresOfEachTransferAndTheirTotal() {
        JsonNode run = JsonMapper.shared().readTree(RunJson.of(Sample.report(REJECT)));
        assertThat(run.path("execution").asLong()).isEqualTo(3);
        assertThat(run.path("exit").asString()).isEqualTo("finished, some records rejected");
        assertThat(run.at("/total/created").asLong()).isEqualTo(995);
        assertThat(run.at("/total/calls").asLong()).isEqualTo(1016);
        assertThat(run.at("/transfers/1/name").asString()).isEqualTo("customer-to-severa");
        assertThat(run.at("/transfers/1/seconds").asDouble()).isEqualTo(100);
        assertThat(run.at("/rejects/0/value").asString()).isEqualTo("999");
        assertThat(JsonMapper.shared()
                        .readTree(RunJson.of(Sample.failed()))
                        .path("execution")
                        .isNull())
                .isTrue();
    }

    @Test
    void metricsHoldRecordsCallsTimesExitCodeAndOpenRejects() {
        assertThat(Metrics.of(Sample.report(REJECT, DEPENDENT, DEPENDENT)))
                .contains(
                        "severa_bridge_records{company=\"fjord\",job=\"nightly\",outcome=\"created\","
                                + "transfer=\"customer-to-severa\"} 990.0",
                        "outcome=\"conflict\",transfer=\"customer-to-severa\"} 2.0",
                        "severa_bridge_calls{company=\"fjord\",job=\"nightly\",transfer=\"customer-to-severa\"} 1000.0",
                        "severa_bridge_run_duration_seconds{company=\"fjord\",job=\"nightly\"} 102.0",
                        "severa_bridge_run_exit_code{company=\"fjord\",job=\"nightly\"} 2.0",
                        "severa_bridge_rejects_open{code=\"depends-on-rejected\",company=\"fjord\",job=\"nightly\"} 2.0")
                .doesNotContain("Fjord AS", "Ola");
    }

    @Test
    void thePageShowsCausesBeforeWhatDependsOnThem() {
        assertThat(HtmlReport.of(Sample.report(DEPENDENT, DEPENDENT, REJECT)))
                .containsSubsequence(
                        "finished, some records rejected",
                        "Rejected and open: 3",
                        "<details open>",
                        "unknown-country (1)",
                        "<details>",
                        "depends-on-rejected (2)");
    }

    @Test
    void aClosedRejectIsInTheCsvOnly() {
        Rejects.Row closed = new Rejects.Row(
                8,
                "customer-to-severa",
                "customer",
                "101",
                "customer 10002 Fjern AS",
                "unknown-country",
                "Ctry",
                "999",
                "no such country",
                "correct it",
                "resolved",
                3,
                Sample.START.toInstant(),
                null);
        assertThat(RejectsCsv.of(List.of(closed))).contains("customer 10002 Fjern AS", "resolved");
        assertThat(HtmlReport.of(Sample.report(closed))).doesNotContain("Fjern").contains("Rejected and open: 0");
    }

    @Test
    void thePageNeedsNothingElse() {
        assertThat(HtmlReport.of(Sample.report(REJECT)))
                .doesNotContain("http://", "https://", "src=", "<link", "@import", "url(");
    }

    @Test
    void thePageOfARunThatDidNotBeginSaysWhyAndWhatToDo() {
        assertThat(HtmlReport.of(Sample.failed()))
                .contains("Severa: no connection to severa.example", "Start the same command again")
                .doesNotContain("<table", "<svg");
    }

    @Test
    void oneRejectedRecordOfAThousandIsSeenAndTheBarIsFull() {
        Map<String, Long> shares = new java.util.LinkedHashMap<>();
        shares.put("created", 999L);
        shares.put("rejected", 1L);
        List<Chart.Segment> segments = Chart.stacked(shares);
        assertThat(Double.parseDouble(segments.get(1).width())).isGreaterThan(1);
        List<Double> widths = new ArrayList<>();
        segments.forEach(segment -> widths.add(Double.valueOf(segment.width())));
        assertThat(widths.stream().mapToDouble(Double::doubleValue).sum()).isBetween(99.9, 100.1);
    }

    @Test
    void aRateIsShownOnlyWhereTheTimeIsLongEnoughToTell() {
        assertThat(Chart.rates(Sample.report().lines()).stream().map(bar -> bar.name() + " " + bar.figures()))
                .containsExactly("reference-data 9.2 /s", "customer-to-severa 10.0 /s");
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int part = 0; part < weights.length; part++) {
            double value = Integer.parseInt(colour.substring(1 + 2 * part, 3 + 2 * part), 16) / 255.0;
            sum += weights[part] * (value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** Light first, then dark. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void coloursOfChartsStandOutFromTheCardAndFromTheirNeighbours(int mode) throws IOException {
        String style = Files.readString(Path.of("src/main/resources/report/style.mustache"));
        String card = colour(style, "card", mode);
        List<String> outcomes = Stream.of("created", "updated", "linked", "unchanged", "skipped", "rejected")
                .map(name -> colour(style, name, mode))
                .toList();
        assertThat(outcomes).allSatisfy(each -> assertThat(contrast(each, card)).isGreaterThanOrEqualTo(3));
        for (int at = 1; at < outcomes.size(); at++) {
            assertThat(contrast(outcomes.get(at - 1), outcomes.get(at))).isGreaterThanOrEqualTo(3);
        }
    }

    private static String colour(String style, String name, int mode) {
        Matcher found = Pattern.compile("--" + name + ": (#[0-9a-f]{6})").matcher(style);
        for (int at = 0; at <= mode; at++) {
            assertThat(found.find()).isTrue();
        }
        return found.group(1);
    }
}
