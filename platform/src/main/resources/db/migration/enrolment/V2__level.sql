-- Where a plan wants the same for all, what is proposed beyond what most take is void.
grant update (units, fen) on enrolment.proposal to ${runner};
