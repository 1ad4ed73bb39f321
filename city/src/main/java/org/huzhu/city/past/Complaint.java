package org.huzhu.city.past;

import java.util.List;

/** Why people lie in hospital, diseases of the lists apart: a disease code, and how often it is the reason. */
record Complaint(String code, Kind kind, int weight) {

    enum Kind {
        ILLNESS,
        /** Illnesses of women. */
        WOMEN,
        INJURY,
        CHILDBIRTH
    }

    static final List<Complaint> ALL = List.of(
            new Complaint("I10", Kind.ILLNESS, 90),
            new Complaint("I20.0", Kind.ILLNESS, 60),
            new Complaint("I25.1", Kind.ILLNESS, 110),
            new Complaint("I63.9", Kind.ILLNESS, 70),
            new Complaint("I83.9", Kind.ILLNESS, 25),
            new Complaint("J18.9", Kind.ILLNESS, 95),
            new Complaint("J44.1", Kind.ILLNESS, 25),
            new Complaint("E11.9", Kind.ILLNESS, 85),
            new Complaint("E04.1", Kind.ILLNESS, 35),
            new Complaint("K80.1", Kind.ILLNESS, 75),
            new Complaint("K35.8", Kind.ILLNESS, 45),
            new Complaint("K40.9", Kind.ILLNESS, 30),
            new Complaint("K63.5", Kind.ILLNESS, 50),
            new Complaint("K85.9", Kind.ILLNESS, 15),
            new Complaint("M51.2", Kind.ILLNESS, 80),
            new Complaint("M47.8", Kind.ILLNESS, 40),
            new Complaint("N20.1", Kind.ILLNESS, 40),
            new Complaint("N18.9", Kind.ILLNESS, 20),
            new Complaint("H25.9", Kind.ILLNESS, 25),
            new Complaint("H81.1", Kind.ILLNESS, 30),
            new Complaint("F32.9", Kind.ILLNESS, 12),
            new Complaint("F20.9", Kind.ILLNESS, 6),
            new Complaint("D25.9", Kind.WOMEN, 60),
            new Complaint("N80.9", Kind.WOMEN, 25),
            new Complaint("N84.0", Kind.WOMEN, 30),
            new Complaint("O80.9", Kind.CHILDBIRTH, 60),
            new Complaint("O82.9", Kind.CHILDBIRTH, 40),
            new Complaint("S82.6", Kind.INJURY, 70),
            new Complaint("S52.5", Kind.INJURY, 60),
            new Complaint("S42.0", Kind.INJURY, 40),
            new Complaint("S22.3", Kind.INJURY, 30),
            new Complaint("S06.0", Kind.INJURY, 45),
            new Complaint("S86.0", Kind.INJURY, 20),
            new Complaint("T30.2", Kind.INJURY, 15));
}
