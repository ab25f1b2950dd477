package io.severabridge.report;

import io.severabridge.report.Report.Line;
import io.severabridge.report.Report.Reject;
import io.severabridge.store.ledger.StepCounts.Counts;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML as CI servers read it. A suite for the job, whose case fails with it; a suite for each transfer, with a case for
 * each of its parts, and a failed case for each reject.
 */
final class JunitXml {
    private final Report report;
    private final XMLStreamWriter xml;

    private JunitXml(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitXml(report, xml).suites();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes every printable text", e);
        }
        return text.toString();
    }

    private void suites() throws XMLStreamException {
        start("testsuites");
        attribute("name", "severa-bridge " + report.company() + " " + report.job());
        jobSuite();
        Map<String, List<Line>> transfers = report.lines().stream()
                .collect(Collectors.groupingBy(Line::transfer, java.util.LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Line>> transfer : transfers.entrySet()) {
            List<Reject> rejects = report.rejects().stream()
                    .filter(reject -> reject.transfer().equals(transfer.getKey()))
                    .toList();
            transferSuite(transfer.getKey(), transfer.getValue(), rejects);
        }
        end();
    }

    private void jobSuite() throws XMLStreamException {
        String failure = report.failure();
        suite(report.job(), 1, 0, failure == null ? 0 : 1, 0, Report.seconds(report.time()));
        testCase(report.job(), report.job(), Report.seconds(report.time()));
        Verdict verdict = Verdict.of(report.exitCode());
        if (failure != null) {
            start("error");
            attribute("message", failure);
            attribute("type", "exit " + report.exitCode());
            xml.writeCharacters(verdict.next());
            end();
        } else {
            output("exit " + report.exitCode() + ": " + verdict.means());
        }
        end();
        end();
    }

    private void transferSuite(String transfer, List<Line> lines, List<Reject> rejects) throws XMLStreamException {
        long unfinished = lines.stream().filter(line -> !line.completed()).count();
        suite(
                transfer,
                lines.size() + rejects.size(),
                rejects.size(),
                0,
                unfinished,
                lines.stream().mapToDouble(Line::seconds).sum());
        for (Line line : lines) {
            testCase(transfer, line.name(), line.seconds());
            if (!line.completed()) {
                start("skipped");
                attribute("message", "not finished: " + line.status());
                end();
            }
            output(counts(line.counts()));
            end();
        }
        for (Reject reject : rejects) {
            testCase(transfer, reject.label(), 0);
            start("failure");
            attribute("message", reject.code() + ": " + reject.message());
            attribute("type", reject.code());
            xml.writeCharacters(
                    reject.field() + (reject.value() == null ? "" : " " + reject.value()) + "\nfix: " + reject.fix());
            end();
            end();
        }
        end();
    }

    private static String counts(Counts c) {
        return "read " + c.records() + ", created " + c.created() + ", updated " + c.updated() + ", linked "
                + c.linked()
                + ", unchanged " + c.unchanged() + ", skipped " + c.skipped() + ", rejected " + c.rejected()
                + ", conflicts " + c.conflicts() + ", calls " + c.calls();
    }

    private void suite(String name, long tests, long failures, long errors, long skipped, double seconds)
            throws XMLStreamException {
        start("testsuite");
        attribute("name", name);
        attribute("tests", String.valueOf(tests));
        attribute("failures", String.valueOf(failures));
        attribute("errors", String.valueOf(errors));
        attribute("skipped", String.valueOf(skipped));
        attribute("time", time(seconds));
        attribute(
                "timestamp",
                report.start()
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    }

    /** CI servers group by class name: company and job are the package, the suite is the class. */
    private void testCase(String suite, String name, double seconds) throws XMLStreamException {
        start("testcase");
        attribute("classname", report.company() + "." + report.job() + "." + suite);
        attribute("name", name);
        attribute("time", time(seconds));
    }

    private void output(String text) throws XMLStreamException {
        start("system-out");
        xml.writeCharacters(text);
        end();
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private void start(String element) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, value);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }
}
