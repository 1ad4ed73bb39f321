package org.huzhu.staff;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The door for members: a phone and a code of one use. */
public interface MemberSignIn {

    /** Takes short messages to phones. */
    interface Messages {

        /** Hands a message over; whether it arrives is not known. */
        void send(String phone, String text);
    }

    /** What a code is for; it serves for nothing else. Names are part of what is kept of a code: never rename one. */
    enum Aim {
        /** To come in. */
        ENTER("验证码"),
        /** To be paid on another card. */
        CARD("您正在更换收款卡，验证码");

        private final String words;

        Aim(String words) {
            this.words = words;
        }

        /** How the message begins, so that whoever reads it knows what the code does. */
        String words() {
            return words;
        }
    }

    /** How long a code can be used. */
    Duration CODE_LIFE = Duration.ofMinutes(5);

    /** How often a code can be tried. */
    int CODE_TRIES = 5;

    /** How long until another code is sent to a phone. */
    Duration CODE_PAUSE = Duration.ofMinutes(1);

    /** How many codes are sent to a phone on a day. */
    int CODES_A_DAY = 10;

    /**
     * Sends a code to come in with; whether the phone is a member's, nobody learns.
     *
     * @throws SignInRefused if one was sent just now, or too many today
     */
    default void ask(String phone, String address) {
        ask(Aim.ENTER, phone, address);
    }

    /** Sends a code for what is aimed at, within the same limits. */
    void ask(Aim aim, String phone, String address);

    /**
     * Whether the code is the one that was sent last to the phone, for this; it is used up then, and each try counts.
     */
    boolean proves(Aim aim, String phone, String code);

    /**
     * Opens a session: of the member whose phone it is, or of the phone alone, which can then be bound.
     *
     * @throws SignInRefused if the code is not the one, was used, is too old, or was tried too often
     */
    Session.Opened enter(String phone, String code, String address);

    /** The phone that opened the session; empty for staff. */
    Optional<String> phone(Session session);

    /**
     * Binds the phone of the session to the member with the number and the name; the session ends, another opens.
     *
     * @throws SignInRefused if there is no such member, or it was tried too often today
     */
    Session.Opened bind(Session session, String number, String name);

    /** What the door must know of the register; the room of members answers. */
    interface Directory {

        /** The one member who has said that the phone is his; empty where none has, or more than one. */
        Optional<UUID> ofPhone(String phone);

        /** The member with this identity number, where the name is his. */
        Optional<UUID> ofNumberAndName(String number, String name);

        /** The member has proved that he holds the phone. */
        void holds(UUID member, String phone);
    }
}
