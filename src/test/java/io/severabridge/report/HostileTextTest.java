package io.severabridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.severabridge.store.ledger.Rejects;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** Names come from databases that anybody may have typed into. */
class HostileTextTest {
    private static final Rejects.Row NASTY = Sample.reject(
            "customer 10001 " + Sample.NASTY,
            "unknown-country",
            "Ctry",
            "9\u0000\u0007\uD83D9",
            "no country\u001B[31m " + Sample.NASTY);

    private static final String LABEL = "customer 10001 " + Sample.NASTY;
    private static final String VALUE = "9\uFFFD\uFFFD\uFFFD9";

    private static CSVRecord onlyRecord(Rejects.Row row) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(RejectsCsv.of(List.of(row))))
                .getRecords()
                .get(0);
    }

    @Test
    void aScriptInANameIsTextInThePage() {
        String html = HtmlReport.of(Sample.report(NASTY));
        assertThat(html)
                .contains("customer 10001 &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;")
                .contains(VALUE)
                .doesNotContain("<script", "\u001B", "\u0000");
    }

    @Test
    void aCompanyNamedLikeAScriptIsTextInThePage() {
        String html = HtmlReport.of(Report.of(Sample.NASTY, Sample.START, Sample.result(0, null), List.of()));
        assertThat(html).contains("nightly of &lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void controlCharactersLeaveTheXmlWellFormedAndTheNameWhole()
            throws ParserConfigurationException, IOException, SAXException {
        String xml = JunitXml.of(Sample.report(NASTY));
        Element failure = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("failure")
                .item(0);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo(LABEL);
        assertThat(failure.getAttribute("message")).isEqualTo("unknown-country: no country\uFFFD[31m " + Sample.NASTY);
        assertThat(failure.getTextContent()).startsWith("Ctry " + VALUE);
    }

    @Test
    void jsonGivesTheNameBack() {
        assertThat(JsonMapper.shared()
                        .readTree(RunJson.of(Sample.report(NASTY)))
                        .at("/rejects/0/record")
                        .asString())
                .isEqualTo(LABEL);
    }

    @Test
    void csvGivesTheNameBack() throws IOException {
        assertThat(onlyRecord(NASTY).get("record")).isEqualTo(LABEL);
        assertThat(onlyRecord(NASTY).get("value")).isEqualTo(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aCellThatASpreadsheetWouldCalculateIsText(String value) throws IOException {
        Rejects.Row row = Sample.reject("customer 1", "unknown-country", "Ctry", value, value);
        assertThat(onlyRecord(row).get("value")).isEqualTo("'" + value);
        assertThat(onlyRecord(row).get("message")).isEqualTo("'" + value);
        assertThat(onlyRecord(row).get("record")).isEqualTo("customer 1");
    }

    @Test
    void metricsEscapeTheCompany() {
        String metrics = Metrics.of(Report.of("a\"b\\c", Sample.START, Sample.result(0, null), List.of()));
        assertThat(metrics).contains("severa_bridge_run_exit_code{company=\"a\\\"b\\\\c\",job=\"nightly\"} 0.0");
    }
}
