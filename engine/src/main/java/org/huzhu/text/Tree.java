package org.huzhu.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.huzhu.text.Node.Pair;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns YAML into {@link Node}s, and refuses those parts of YAML that a reader of plans would trip over. */
final class Tree {

    static final int CHARACTERS_MAX = 1_000_000;
    static final int DEPTH_MAX = 24;

    private final Iterator<Event> events;
    private final Problems problems;

    private Tree(Iterator<Event> events, Problems problems) {
        this.events = events;
        this.problems = problems;
    }

    /** The root of the file; null after a problem was recorded. */
    static @Nullable Node of(String text, Problems problems) {
        if (text.length() > CHARACTERS_MAX) {
            problems.add(1, "", "文件有" + text.length() + "个字符，至多" + CHARACTERS_MAX + "个；请检查是否放错了文件");
            return null;
        }
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(CHARACTERS_MAX).build();
        try {
            return new Tree(new Parse(settings).parseString(text).iterator(), problems).document();
        } catch (TooDeep e) {
            problems.add(e.line, "", "嵌套超过" + DEPTH_MAX + "层，计划文件用不着这么深");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().or(e::getContextMark).map(Tree::line).orElse(1);
            problems.add(line, "", syntax(e));
        } catch (ReaderException e) {
            int at = text.indexOf(e.getCodePoint());
            long breaks =
                    text.chars().limit(Math.max(0, at)).filter(it -> it == '\n').count();
            int line = 1 + Math.toIntExact(breaks);
            String code = "U+%04X".formatted(e.getCodePoint());
            problems.add(line, code, "这里有看不见的控制字符（" + code + "）；请删去");
        } catch (YamlEngineException e) {
            problems.add(1, "", "不是合法的YAML：" + e.getMessage());
        }
        return null;
    }

    private static String syntax(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("'\\t") || problem.contains("\\t(TAB)") || problem.contains("TAB")) {
            return "这里有制表符（Tab）；缩进请用空格";
        }
        return "YAML写法有误（" + problem + "）；请检查这一行及上一行的缩进、冒号后的空格、引号和括号是否成对";
    }

    private @Nullable Node document() {
        Node root = null;
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent start) {
                documents++;
                if (documents > 1) {
                    problems.add(line(start), "---", "一个文件只写一份内容，这里又开始了第二份（---）");
                    return null;
                }
                if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
                    problems.add(line(start), "%", "计划文件不用YAML指令（%开头的行）");
                }
            } else if (event instanceof NodeEvent node) {
                root = node(node, 1);
            }
        }
        if (root == null) {
            problems.add(1, "", "文件是空的");
        }
        return root;
    }

    private Node node(NodeEvent event, int depth) {
        int line = line(event);
        if (depth > DEPTH_MAX) {
            throw new TooDeep(line);
        }
        if (event instanceof AliasEvent) {
            problems.add(line, "*", "计划文件不用YAML别名（*）；请把内容写全");
            return new Node.Leaf(line, "");
        }
        event.getAnchor().ifPresent(it -> problems.add(line, "&" + it.getValue(), "计划文件不用YAML锚点（&）；请去掉"));
        tag(event).ifPresent(it -> problems.add(line, it, "计划文件不用YAML标签（!）；请去掉“" + it + "”"));
        return switch (event) {
            case ScalarEvent scalar -> new Node.Leaf(line, scalar.getValue());
            case SequenceStartEvent start -> items(line(start), depth);
            case MappingStartEvent start -> group(line(start), depth);
            default -> throw new IllegalStateException("Unknown event " + event.getEventId());
        };
    }

    private static Optional<String> tag(NodeEvent event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent start -> start.getTag();
            default -> Optional.empty();
        };
    }

    private Node items(int line, int depth) {
        List<Node> items = new ArrayList<>();
        Event event = events.next();
        while (!(event instanceof SequenceEndEvent)) {
            items.add(node((NodeEvent) event, depth + 1));
            event = events.next();
        }
        return new Node.Items(line, items);
    }

    private Node group(int line, int depth) {
        List<Pair> entries = new ArrayList<>();
        Event event = events.next();
        while (!(event instanceof MappingEndEvent)) {
            Node key = node((NodeEvent) event, depth + 1);
            Node value = node((NodeEvent) events.next(), depth + 1);
            if (key instanceof Node.Leaf leaf) {
                entries.add(new Pair(leaf.line(), leaf.text(), value));
            } else {
                problems.add(key.line(), key.shown(), "键应是一个词，这里是" + key.shown());
            }
            event = events.next();
        }
        return new Node.Group(line, entries);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Tree::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    /** Ends the reading before nesting exhausts the stack. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;

        TooDeep(int line) {
            super("Nested too deeply at line " + line);
            this.line = line;
        }
    }
}
