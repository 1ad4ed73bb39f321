package org.huzhu.demonstration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.staff.Operator;
import org.huzhu.staff.StaffDesk.Grant;
import org.huzhu.staff.StaffDesk.Invited;
import org.huzhu.staff.StaffDesk.Person;
import org.springframework.stereotype.Component;

/** Gives the made-up officials their accounts and posts. */
@Component
class DeskAppointments implements Appointments {

    private final Operator operator;

    DeskAppointments(Operator operator) {
        this.operator = operator;
    }

    @Override
    public Map<String, String> appoint(List<Post> posts) {
        Map<String, UUID> accounts = new HashMap<>();
        Map<String, String> tokens = new HashMap<>();
        for (Post post : posts) {
            String path = post.organisation().path();
            UUID account = accounts.computeIfAbsent(post.login(), login -> {
                Invited invited = operator.invite(new Person(login, post.name(), post.phone()), path);
                tokens.put(login, invited.token());
                return invited.account();
            });
            operator.grant(new Grant(
                    account, post.role(), Optional.of(post.organisation().id()), path, Optional.empty()));
        }
        return tokens;
    }
}
