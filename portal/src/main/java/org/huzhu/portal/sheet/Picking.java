package org.huzhu.portal.sheet;

import java.util.List;
import java.util.Optional;
import org.huzhu.portal.Typed;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;

/**
 * Something that is named in words and, where several are called alike, chosen of a list: first one field, then the
 * list beside it.
 *
 * @param field the name of the field with the words; that of the one chosen is the same with {@code Id}
 * @param label the name of what stands before it
 * @param found what the words led to so far
 */
public record Picking(String field, String label, List<Choice> found) {

    private static final String ID = "Id";

    public Picking {
        found = List.copyOf(found);
    }

    /** The one that is meant; where none is, what is wrong stands beside the field. */
    public Optional<Choice> picked(Typed typed) {
        if (typed.at(field).isEmpty()) {
            typed.refuse(field, "typed.missing");
            return Optional.empty();
        }
        Optional<Choice> chosen = found.stream()
                .filter(each -> each.value().equals(typed.at(field + ID)))
                .findFirst();
        if (chosen.isPresent() || found.size() == 1) {
            return chosen.or(() -> Optional.of(found.getFirst()));
        }
        typed.refuse(field, found.isEmpty() ? "typed.none" : "typed.several");
        return Optional.empty();
    }

    /** The field with the words; beside it the list, where there are several. */
    public List<Field> fields(String hint) {
        Field words = Field.wanted(field, Kind.TEXT, label).hinted(hint);
        return found.size() > 1
                ? List.of(words, Field.choice(field + ID, "typed.which", found))
                : List.of(words, Field.hidden(field + ID));
    }
}
