package io.severabridge.company;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads company files, and others of the same form. Nothing of a file's text is kept or logged. */
public final class SettingsFile {
    private SettingsFile() {}

    /**
     * The company of a file, or everything that is wrong with the file.
     *
     * @param environment where {@code ${NAME}} comes from; {@code ${file:PATH}} is relative to the company
     *     file's folder
     * @param erps the ERPs that there are
     * @throws SettingsFileException with file, line and key of each problem; never with a value that is secret
     */
    public static Company read(Path file, Map<String, String> environment, List<String> erps) {
        Path absolute = file.toAbsolutePath().normalize();
        Problems problems = new Problems(String.valueOf(absolute.getFileName()));
        MappingNode root = root(text(file, problems), problems);
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        return read(
                problems,
                root,
                new Substitution(folder, environment),
                all -> new CompanyReader(all, folder, erps).company());
    }

    /**
     * What another settings file of the same form holds, such as a job file.
     *
     * @param name as messages show it
     * @param reader reads what it knows; keys that it does not ask for are refused
     */
    public static <T> T read(String name, String text, Function<Section, T> reader) {
        Problems problems = new Problems(name);
        return read(problems, root(text, problems), new Substitution(Path.of(""), Map.of()), reader);
    }

    /** The same of a file; messages show its path as it was given. */
    public static <T> T read(Path file, Function<Section, T> reader) {
        Problems problems = new Problems(file.toString());
        return read(problems, root(text(file, problems), problems), new Substitution(Path.of(""), Map.of()), reader);
    }

    private static <T> T read(
            Problems problems, MappingNode root, Substitution substitution, Function<Section, T> reader) {
        Section all = new Section(problems, substitution, "", 1, root);
        T read = reader.apply(all);
        all.refuseUnknownKeys();
        problems.throwIfAny();
        return read;
    }

    private static String text(Path file, Problems problems) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw problems.with(0, "there is no file " + file);
        } catch (CharacterCodingException notText) {
            throw problems.with(0, "is not UTF-8 text");
        } catch (AccessDeniedException denied) {
            throw problems.with(0, "may not be read by user " + System.getProperty("user.name"));
        } catch (IOException unreadable) {
            if (Files.isDirectory(file)) {
                throw problems.with(0, "is a folder: name a file in it");
            }
            throw problems.with(0, "cannot be read");
        }
    }

    private static MappingNode root(String all, Problems problems) {
        String text = all.startsWith("\uFEFF") ? all.substring(1) : all;
        refuseControlCharacters(text, problems);
        Lookalikes.refuse(text, problems);
        Node node;
        try {
            node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        } catch (MarkedYAMLException syntax) {
            throw problems.with(line(syntax), "is not YAML: " + withoutNames(syntax.getProblem()));
        } catch (YAMLException other) {
            throw problems.with(1, "is not YAML, or too large");
        }
        if (node == null) {
            throw problems.with(1, "is empty");
        }
        if (!(node instanceof MappingNode mapping)) {
            throw problems.with(Section.line(node), "expected keys and values such as company: northwind");
        }
        return mapping;
    }

    private static void refuseControlCharacters(String text, Problems problems) {
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            if (!StreamReader.isPrintable(lines.get(index))) {
                throw problems.with(index + 1, "is not YAML: a character that cannot be printed");
            }
        }
    }

    private static int line(MarkedYAMLException syntax) {
        return syntax.getProblemMark() == null ? 1 : syntax.getProblemMark().getLine() + 1;
    }

    // An alias or tag may be a password without quotes (*abc, !abc!x), so its name is not repeated.
    private static String withoutNames(String problem) {
        return problem.replaceFirst(
                "(?s)(undefined alias|undefined tag handle).*", "$1; a value with a special sign needs quotes");
    }
}
