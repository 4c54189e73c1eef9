-- Rooms whose owner has not heard yet what stands there. Only a changed value touches it: typing on costs it nothing.
create index concurrently sync_room_unsettled on sync_room (tenant_id, id) where settle_due;
