package org.huzhu.portal.console;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.huzhu.portal.Texts;
import org.huzhu.portal.Typed;
import org.huzhu.portal.pages.Templates;
import org.huzhu.portal.sheet.Sheet.Choice;
import org.huzhu.portal.sheet.Sheet.Field;
import org.huzhu.portal.sheet.Sheet.Kind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** All that pages are made of, on one page: whoever builds another looks here first. */
@RestController
class StylePage {

    /** The names of the colours in the style sheet. */
    private static final List<String> COLOURS = List.of(
            "ink",
            "ink-soft",
            "paper",
            "card",
            "line",
            "edge",
            "brand",
            "brand-deep",
            "good",
            "good-paper",
            "bad",
            "notice",
            "notice-paper",
            "focus");

    private static final List<Field> FIELDS = List.of(
            Field.wanted("name", Kind.TEXT, "members.name").hinted("style.sentence"),
            Field.wanted("phone", Kind.PHONE, "members.phone"),
            Field.maybe("day", Kind.DAY, "members.birth"),
            Field.choice(
                    "which",
                    "style.tag",
                    List.of(new Choice("1", Texts.say("style.press")), new Choice("2", Texts.say("style.link")))),
            Field.maybe("words", Kind.WORDS, "style.words"));

    private final Templates pages;

    StylePage(Templates pages) {
        this.pages = pages;
    }

    @GetMapping("/w/_style")
    JteModel show() {
        Typed typed = Typed.of(Map.of("name", "王小明", "phone", "1380013"));
        typed.refuse("phone", "typed.phone");
        return pages.consoleStyle(COLOURS, FIELDS, typed);
    }
}
