-- Events of changed assets have an id of their own, by which they are known when they have been followed up. Those without
-- would be heard again after each start; the scheduled embedding does what they stood for.
delete from event_publication where event_type like '%.AssetsChanged' and serialized_event not like '%changeId%';
