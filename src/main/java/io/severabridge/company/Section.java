package io.severabridge.company;

import io.severabridge.failure.Similar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of the file, asked key by key. What is wrong goes to the problems and a stand-in is answered, so that
 * the rest is still read. A key without a value counts as absent.
 */
public final class Section {
    private record Entry(Node key, Node value) {}

    private final Problems problems;
    private final Substitution substitution;
    private final String path;
    private final int line;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<Section> inner = new ArrayList<>();

    Section(Problems problems, Substitution substitution, String path, int line, @Nullable MappingNode node) {
        this.problems = problems;
        this.substitution = substitution;
        this.path = path;
        this.line = line;
        if (node != null) {
            node.getValue().forEach(this::enter);
        }
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private void enter(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        if (!(key instanceof ScalarNode name)) {
            problems.add(line(key), path, "expected keys that are text, found " + shape(key));
            return;
        }
        Entry first = entries.putIfAbsent(name.getValue(), new Entry(key, tuple.getValueNode()));
        if (first != null) {
            problems.add(
                    line(key),
                    at(ShownText.shown(name.getValue())),
                    "is given twice, first on line " + line(first.key));
        }
    }

    /** A section that must be there; when it is not, that is the only problem it makes. */
    public Section section(String key) {
        Section found = find(key);
        if (found == null) {
            requiredButAbsent(key);
            return new Section(new Problems(""), substitution, at(key), line, null);
        }
        return found;
    }

    /** A section whose keys all have defaults. */
    public Section optionalSection(String key) {
        Section found = find(key);
        return found == null ? new Section(problems, substitution, at(key), line, null) : found;
    }

    /** Null when there is no such section. */
    public <T> @Nullable T optionalSection(String key, Function<Section, T> read) {
        Section found = find(key);
        return found == null ? null : read.apply(found);
    }

    /** The items of a list of sections, each with the path of the list; at least one. */
    public List<Section> requiredSections(String key) {
        Entry entry = entry(key);
        if (entry == null) {
            requiredButAbsent(key);
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        if (entry.value instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof MappingNode mapping) {
                    Section section = new Section(problems, substitution, at(key), line(item), mapping);
                    inner.add(section);
                    sections.add(section);
                } else {
                    problems.add(line(item), at(key), "expected keys and values, found " + shape(item));
                }
            }
        }
        if (sections.isEmpty()) {
            refuse(key, "expected a list of keys and values");
        }
        return sections;
    }

    private @Nullable Section find(String key) {
        Entry entry = entry(key);
        if (entry == null) {
            return null;
        }
        MappingNode mapping = entry.value instanceof MappingNode node ? node : null;
        if (mapping == null) {
            problems.add(line(entry.value), at(key), "expected keys and values, found " + shape(entry.value));
        }
        Problems whose = mapping == null ? new Problems("") : problems;
        Section section = new Section(whose, substitution, at(key), line(entry.key), mapping);
        inner.add(section);
        return section;
    }

    public <T> T required(String key, SettingType<T> kind) {
        if (!has(key)) {
            requiredButAbsent(key);
        }
        return get(key, kind, kind.standIn());
    }

    public <T> T get(String key, SettingType<T> kind, T fallback) {
        T value = optional(key, kind);
        return value == null ? fallback : value;
    }

    public <T> @Nullable T optional(String key, SettingType<T> kind) {
        Entry entry = entry(key);
        return entry == null ? null : value(entry.value, at(key), kind);
    }

    /** Each item once, in the order of the file. */
    public <T> List<T> list(String key, SettingType<T> kind, List<T> fallback) {
        Entry entry = entry(key);
        if (entry == null) {
            return fallback;
        }
        if (!(entry.value instanceof SequenceNode sequence)) {
            problems.add(line(entry.value), at(key), "expected a list, found " + found(entry.value));
            return fallback;
        }
        Set<T> items = new LinkedHashSet<>();
        for (Node node : sequence.getValue()) {
            T item = value(node, at(key), kind);
            if (item != null && !items.add(item)) {
                problems.add(line(node), at(key), "has " + found(node) + " twice");
            }
        }
        return List.copyOf(items);
    }

    public <T> List<T> requiredList(String key, SettingType<T> kind) {
        if (!has(key)) {
            requiredButAbsent(key);
        }
        return filledList(key, kind, List.of());
    }

    /** At least one item, unless the list is absent. */
    public <T> List<T> filledList(String key, SettingType<T> kind, List<T> fallback) {
        Entry entry = entry(key);
        if (entry != null
                && entry.value instanceof SequenceNode items
                && items.getValue().isEmpty()) {
            refuse(key, "is an empty list");
        }
        return list(key, kind, fallback);
    }

    /** Each key's section, whatever keys there are, in the order of the file. */
    public Map<String, Section> sections() {
        Map<String, Section> sections = new LinkedHashMap<>();
        entries.keySet().forEach(key -> sections.put(key, section(key)));
        return sections;
    }

    /** In the order of the file. */
    public <T> Map<String, T> map(
            String key, SettingType<String> names, SettingType<T> values, Map<String, T> fallback) {
        Section section = find(key);
        if (section == null) {
            return fallback;
        }
        Map<String, T> read = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> entry : section.entries.entrySet()) {
            section.value(entry.getValue().key, section.path, names);
            read.put(entry.getKey(), section.required(entry.getKey(), values));
        }
        return Collections.unmodifiableMap(read);
    }

    public boolean has(String key) {
        return entry(key) != null;
    }

    /** For a rule between values: the problem belongs to the key, or to the section when the key is not there. */
    public void refuse(String key, String message) {
        Entry entry = entries.get(key);
        problems.add(entry == null ? line : line(entry.key), at(key), message);
    }

    /** To be called on the whole file, when all has been asked for. */
    void refuseUnknownKeys() {
        inner.forEach(Section::refuseUnknownKeys);
        for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            String key = entry.getKey();
            if (!asked.contains(key)) {
                problems.add(
                        line(entry.getValue().key), at(ShownText.shown(key)), "unknown key" + Similar.to(key, asked));
            }
        }
    }

    private @Nullable Entry entry(String key) {
        asked.add(key);
        Entry entry = entries.get(key);
        return entry == null || entry.value.getTag().equals(Tag.NULL) ? null : entry;
    }

    private void requiredButAbsent(String key) {
        refuse(key, entries.containsKey(key) ? "is required, but has no value" : "is required");
    }

    /** Null when the value is wrong, which is then said. */
    private <T> @Nullable T value(Node node, String key, SettingType<T> kind) {
        String wrong = "expected " + kind.expected();
        if (kind.shown() || !text(node)) {
            wrong += ", found " + found(node);
        }
        if (text(node)) {
            ScalarNode scalar = (ScalarNode) node;
            boolean quoted = kind.plain() && !scalar.isPlain() && !Substitution.isIn(scalar.getValue());
            try {
                String text = substitution.apply(scalar.getValue());
                T value = quoted ? null : kind.parser().parse(text);
                if (value != null) {
                    return value;
                }
                wrong += quoted ? " in quotes" : "";
            } catch (Substitution.Failed failed) {
                wrong = failed.getMessage();
            }
        }
        problems.add(line(node), key, wrong);
        return null;
    }

    // "password: !abc" is an empty text with a tag to YAML: without this check a wrong password that nobody sees.
    private static boolean text(Node node) {
        return node instanceof ScalarNode && node.getTag().startsWith(Tag.PREFIX);
    }

    /** As written, where that may be shown: a placeholder stays one, what it stands for is not shown. */
    private static String found(Node node) {
        return text(node) ? ShownText.quoted(((ScalarNode) node).getValue()) : shape(node);
    }

    private static String shape(Node node) {
        if (node instanceof ScalarNode) {
            return text(node) ? "text" : "a value that starts with ! and needs quotes";
        }
        return node instanceof SequenceNode ? "a list" : "keys and values";
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
