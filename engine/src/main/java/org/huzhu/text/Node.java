package org.huzhu.text;

import java.util.List;
import java.util.Optional;

/** A place in a file: a text, a list or a group of keys, with the line from 1 where it starts. */
sealed interface Node {

    int line();

    /** A single text. */
    record Leaf(int line, String text) implements Node {}

    /** A list. */
    record Items(int line, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys with their values, in the order of the file; a key may stand twice until a table refuses it. */
    record Group(int line, List<Pair> entries) implements Node {
        public Group {
            entries = List.copyOf(entries);
        }

        Optional<Node> at(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Pair::value)
                    .findFirst();
        }
    }

    /** A key, the line where it stands, and its value. */
    record Pair(int line, String key, Node value) {}

    /** The text of the leaf at the key; empty when there is none. */
    default Optional<String> text(String key) {
        return child(key).flatMap(Node::word);
    }

    /** The text of this leaf. */
    default Optional<String> word() {
        return this instanceof Leaf leaf ? Optional.of(leaf.text()) : Optional.empty();
    }

    /** What stands at the key; empty when this is no group or has no such key. */
    default Optional<Node> child(String key) {
        return this instanceof Group group ? group.at(key) : Optional.empty();
    }

    /** The items at the key; none when there is no list. */
    default List<Node> items(String key) {
        return child(key)
                .map(it -> it instanceof Items list ? list.items() : List.<Node>of())
                .orElse(List.of());
    }

    /** The entries of this group; none when it is none. */
    default List<Pair> pairs() {
        return this instanceof Group group ? group.entries() : List.of();
    }

    /** What this is, for messages, and what it holds where that is short. */
    default String shown() {
        return switch (this) {
            case Leaf leaf -> leaf.text();
            case Items list -> "一个列表（" + list.items().size() + "项）";
            case Group group ->
                "一组键（" + group.entries().stream().map(Pair::key).limit(3).toList() + "）";
        };
    }
}
