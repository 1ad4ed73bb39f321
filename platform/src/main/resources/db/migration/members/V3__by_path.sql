-- Row-level security keeps <@ from using this index, and lists by path go by path_key. What did use it were foreign keys
-- that look for (id, path) while the planner knows nothing of the table yet; and since all people of a unit have one
-- path, each of them then met all the others: ten thousand at once took minutes.
drop index members.member_by_path;
