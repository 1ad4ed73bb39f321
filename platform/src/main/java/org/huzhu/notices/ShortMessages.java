package org.huzhu.notices;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huzhu.members.phones.Phones;
import org.huzhu.staff.MemberSignIn;
import org.springframework.stereotype.Component;

/** Short messages, by whatever sends members their codes; gives way to a channel that knows more of its provider. */
@Component
class ShortMessages implements MessageChannel {

    private static final String SENDER = "【职工互助】";

    private final MemberSignIn.Messages messages;
    private final Phones phones;

    ShortMessages(MemberSignIn.Messages messages, Phones phones) {
        this.messages = messages;
        this.phones = phones;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public boolean givesWay() {
        return true;
    }

    @Override
    public Map<UUID, String> addresses(Collection<UUID> members) {
        Map<UUID, String> addresses = new HashMap<>();
        phones.of(members).forEach((member, phone) -> addresses.put(member, phone.digits()));
        return addresses;
    }

    @Override
    public Outcome send(Message message) {
        messages.send(message.address(), SENDER + message.text());
        return new Outcome.Sent();
    }
}
