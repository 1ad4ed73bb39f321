package org.huzhu.portal.entry;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huzhu.access.Role;
import org.huzhu.kernel.PersonName;
import org.huzhu.kernel.Phone;
import org.huzhu.portal.Answers;
import org.huzhu.portal.NotWithinReach;
import org.huzhu.portal.Texts;
import org.huzhu.portal.pages.Templates;
import org.huzhu.staff.StaffDesk;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
import org.huzhu.staff.StaffRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an empty society gets its three administrators; once there is an account, there is no such page. */
@RestController
class SetupPage {

    /** Who is asked for, in the order of {@link StaffDesk#begin}. */
    private static final List<Role> THREE =
            List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR);

    private static final Person NOBODY = new Person("", "", "");

    private final StaffDesk desk;
    private final Templates pages;

    SetupPage(StaffDesk desk, Templates pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @GetMapping("/setup")
    JteModel ask() {
        requireEmpty();
        return pages.consoleSetup("", THREE, Collections.nCopies(THREE.size(), NOBODY), "");
    }

    @PostMapping("/setup")
    ResponseEntity<JteModel> begin(
            @RequestParam String token,
            @RequestParam List<String> login,
            @RequestParam List<String> name,
            @RequestParam List<String> phone,
            HttpServletRequest request) {
        requireEmpty();
        List<Person> three = new ArrayList<>();
        for (int i = 0; i < THREE.size(); i++) {
            three.add(new Person(given(login, i), given(name, i), given(phone, i)));
        }
        String trouble = trouble(three);
        if (!trouble.isEmpty()) {
            return unbegun(token, three, trouble);
        }
        try {
            List<String> links = desk.begin(token.strip(), three).stream()
                    .map(invited -> link(request, invited))
                    .toList();
            return ResponseEntity.ok(pages.consoleBegun(THREE, three, links));
        } catch (StaffRefused refusal) {
            return unbegun(token, three, Texts.say("StaffRefused." + refusal.reason()));
        }
    }

    private void requireEmpty() {
        if (!desk.isEmpty()) {
            throw new NotWithinReach();
        }
    }

    private static String given(List<String> values, int index) {
        return index < values.size() ? values.get(index).strip() : "";
    }

    private ResponseEntity<JteModel> unbegun(String token, List<Person> three, String trouble) {
        return Answers.again(pages.consoleSetup(token, THREE, three, trouble));
    }

    /** What is wrong with the first of them who cannot be taken so; empty where all can. */
    private static String trouble(List<Person> three) {
        for (int i = 0; i < three.size(); i++) {
            String role = Texts.say(THREE.get(i));
            Person person = three.get(i);
            if (!person.login().matches("\\S{2,60}")) {
                return Texts.say("setup.login.wrong", role);
            }
            if (!isName(person.name())) {
                return Texts.say("setup.name.wrong", role);
            }
            if (!isPhone(person.phone())) {
                return Texts.say("setup.phone.wrong", role);
            }
        }
        boolean areThree = three.stream().map(Person::login).distinct().count() == three.size();
        return areThree ? "" : Texts.say("StaffRefused.THREE_PEOPLE");
    }

    private static boolean isName(String text) {
        try {
            return !new PersonName(text).toString().isBlank();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPhone(String text) {
        try {
            return !Phone.parse(text).digits().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The token stands after the sign #, so that no server and no log sees it before the person uses it. */
    private static String link(HttpServletRequest request, Invited invited) {
        return URI.create(request.getRequestURL().toString())
                .resolve("/w/welcome#" + invited.token())
                .toString();
    }
}
