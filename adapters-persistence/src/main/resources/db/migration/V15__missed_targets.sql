-- Which client accounts missed the target recall is asked over all of them at once, and not of one after the other. Like
-- the runs that wait: what is read is identifiers, and the application's login is not among the owner's roles.
create policy operator on recall_audits for select to ${owner} using (true);
