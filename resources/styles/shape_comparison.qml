<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="shape">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="Circle" type="QString" value="circle" />
       </Option>
       <Option type="Map">
        <Option name="Chosen nodes" type="QString" value="nodes" />
       </Option>
       <Option type="Map">
        <Option name="Straight belt" type="QString" value="rectangle" />
       </Option>
       <Option type="Map">
        <Option name="Bent belt" type="QString" value="path" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="weight">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="bound">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="area_km2">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="density">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="length_km">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="width_km">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="bearing">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="elongation">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="spread">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="2" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gain">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gain_percent">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="longitude">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="5" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="latitude">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="5" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="reach_km">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="shape" index="0" name="Shape" />
  <alias field="place" index="1" name="Place" />
  <alias field="name" index="2" name="Nodes" />
  <alias field="weight" index="3" name="Weight inside" />
  <alias field="share" index="4" name="Share of all, %" />
  <alias field="bound" index="5" name="No other holds more than" />
  <alias field="area_km2" index="6" name="Area, km²" />
  <alias field="density" index="7" name="Weight per km²" />
  <alias field="length_km" index="8" name="Length, km" />
  <alias field="width_km" index="9" name="Width, km" />
  <alias field="bearing" index="10" name="Bearing, degrees from north" />
  <alias field="elongation" index="11" name="Elongation of the shape" />
  <alias field="spread" index="12" name="Elongation of the activity" />
  <alias field="gain" index="13" name="Gain over the first circle" />
  <alias field="gain_percent" index="14" name="Gain, %" />
  <alias field="longitude" index="15" name="Longitude" />
  <alias field="latitude" index="16" name="Latitude" />
  <alias field="reach_km" index="17" name="Farthest point from the centre, km" />
 </aliases>
</qgis>
