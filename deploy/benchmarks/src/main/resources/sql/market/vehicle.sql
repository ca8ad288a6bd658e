select * from vehicle.vehicles where vin = $1
